-- An application that is disabled gets no tokens; an app role has to be disabled before it is removed, and is given to nobody meanwhile.
alter table applications add column account_enabled boolean not null default true;
create or replace view live_applications as select * from applications where deleted_at is null;
create or replace view deleted_applications as select * from applications where deleted_at is not null;
alter table app_roles add column is_enabled boolean not null default true;
