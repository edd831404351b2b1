-- What clients say of a group when they make it. It opens nothing: who is in a group is put there.
alter table groups add column visibility text not null default 'Private' check (visibility in ('Private', 'Public'));
create or replace view live_groups as select * from groups where deleted_at is null;
create or replace view deleted_groups as select * from groups where deleted_at is not null;
