-- The fax number of a user, as Microsoft Graph names it.
alter table users add column fax_number text check (length(fax_number) <= 64);

-- A view keeps the columns that there were when it was made.
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
