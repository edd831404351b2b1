-- Guests whose account at home was permanently deleted (R43), and whether their organization deletes them some time after (R44).

alter table users add column home_deleted_at timestamptz;
-- When the organization deletes such a guest; later for one whom an administrator has restored.
alter table users add column without_home_until timestamptz;
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
create index live_users_without_a_home on users (without_home_until, tenant_id, id) where deleted_at is null and without_home_until is not null;

alter table tenants add column deletes_guests_without_home boolean not null default true;

-- People whose account at home is gone, until their organizations are told. Not tied to `persons`: who purges the last of somebody's users
-- would wait for who tells, and the other way round.
create table homes_gone (
  person_id uuid primary key,
  home_tenant_id uuid not null,
  gone_at timestamptz not null
);
