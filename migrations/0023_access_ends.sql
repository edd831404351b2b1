-- Access ends at a moment (R126). Ending it sets `access_ended_at`: of a user, in that organization; of a person, everywhere; of an
-- organization, for everybody in it and everybody at home in it. Whatever opens something keeps the moments under which it was given, its
-- `standing`, and counts as long as they are still the same. They are compared for being the same, not for being later, and only ever grow:
-- processes whose clocks differ agree about them, and nothing that happens afterwards brings an ended holding back.

alter table users add column access_ended_at timestamptz;
alter table persons add column access_ended_at timestamptz;
alter table tenants add column access_ended_at timestamptz;
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;

-- Of the person and the home.
alter table sessions add column standing timestamptz[] not null default '{NULL,NULL}';
alter table sessions alter column standing drop default;
-- Of the user and the organization; it counts together with its session.
alter table tenant_sessions add column standing timestamptz[] not null default '{NULL,NULL}';
alter table tenant_sessions alter column standing drop default;
-- All four, on what a user is given: grants and browser sessions. Codes and tokens count as long as their grant.
alter table oidc_records add column standing timestamptz[];
update oidc_records set standing = '{NULL,NULL,NULL,NULL}' where kind in ('Grant', 'Session') and user_id is not null;
