-- A code or a renewal says which browser session it came of, so that all three are read at once:
-- it, its grant, and that session. What was written before says nothing, and is read as before.
alter table oidc_records add column of_uid_hash bytea;
