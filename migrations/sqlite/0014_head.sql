-- Where the log of a company ends: the hash of its newest row, sealed with the key of the company. Empty until its next version.
ALTER TABLE companies ADD COLUMN head BLOB;
