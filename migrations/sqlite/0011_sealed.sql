-- What a code is good for, who made it and until when it works, sealed; the columns only find it.
ALTER TABLE codes ADD COLUMN body BLOB;
