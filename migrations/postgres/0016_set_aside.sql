-- What was set aside because it cannot be read has the time at which that was, as a negative number. Of what was set aside before
-- nobody knows when: it is older than all that is kept.
UPDATE inbox SET arrived = -1 WHERE arrived = 9223372036854775807;
