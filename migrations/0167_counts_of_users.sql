-- How many users an organization has of each kind, there or deleted, so that nobody has to count a million. Triggers write what changed, in rows of their own:
-- whoever commits waits for nobody. A job adds them up; the sum of both tables is what is true at any moment.
create table user_counts (
  tenant_id uuid not null references tenants,
  id bigint generated always as identity,
  user_type text not null,
  account_enabled boolean not null,
  creation_type text,
  external_user_state text,
  has_sponsor boolean not null,
  is_deleted boolean not null,
  users bigint not null,
  primary key (tenant_id, id),
  constraint user_counts_of_a_kind unique nulls not distinct (tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted)
);
comment on table user_counts is 'zone: tenant';

-- Without a reference: triggers write them, for users of an organization that is there.
create table user_count_changes (
  tenant_id uuid not null,
  id bigint generated always as identity,
  user_type text not null,
  account_enabled boolean not null,
  creation_type text,
  external_user_state text,
  has_sponsor boolean not null,
  is_deleted boolean not null,
  users bigint not null,
  primary key (tenant_id, id)
);
comment on table user_count_changes is 'zone: tenant';
alter table user_count_changes set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);

create view counted_users as
  select tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted, users from user_counts
  union all select tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted, users from user_count_changes;

create function users_come_or_go() returns trigger language plpgsql as E'
begin
  insert into user_count_changes (tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted, users)
  select tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, deleted_at is not null,
    case tg_op when ''DELETE'' then - count(*) else count(*) end
  from moved group by 1, 2, 3, 4, 5, 6, 7\x3b
  return null\x3b
end';
create trigger users_who_come_are_counted after insert on users
  referencing new table as moved for each statement execute function users_come_or_go();
create trigger users_who_go_are_counted after delete on users
  referencing old table as moved for each statement execute function users_come_or_go();

create function a_user_is_of_another_kind() returns trigger language plpgsql as E'
begin
  insert into user_count_changes (tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted, users)
  values (old.tenant_id, old.user_type, old.account_enabled, old.creation_type, old.external_user_state, old.has_sponsor, old.deleted_at is not null, -1),
    (new.tenant_id, new.user_type, new.account_enabled, new.creation_type, new.external_user_state, new.has_sponsor, new.deleted_at is not null, 1)\x3b
  return null\x3b
end';
create trigger a_user_is_of_another_kind
  after update of user_type, account_enabled, creation_type, external_user_state, has_sponsor, deleted_at on users for each row
  when ((old.user_type, old.account_enabled, old.creation_type, old.external_user_state, old.has_sponsor, old.deleted_at is null)
    is distinct from (new.user_type, new.account_enabled, new.creation_type, new.external_user_state, new.has_sponsor, new.deleted_at is null))
  execute function a_user_is_of_another_kind();

-- Where rows were filled in that make nothing happen, and once here.
create function count_all_users() returns void language sql as E'
  delete from user_count_changes\x3b
  delete from user_counts\x3b
  insert into user_counts (tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted, users)
  select tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, deleted_at is not null, count(*)
  from users group by 1, 2, 3, 4, 5, 6, 7';
select count_all_users();
