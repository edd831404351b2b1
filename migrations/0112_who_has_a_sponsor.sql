-- Whether anybody answers for a user (R105): a group that is there sponsors them, or a user who is there and enabled. Kept with whatever changes it, so
-- that those of nobody are found by an index, however many have somebody.
alter table users add column has_sponsor boolean not null default false;

-- A view keeps the columns that there were when it was made.
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;

-- Judges these users anew. They are held before anything is read of them: of two sponsors who go at the same moment, who waited sees that the other is gone.
create function judge_sponsors(tenant uuid, guests uuid[]) returns void language plpgsql as E'
begin
  perform 1 from users where tenant_id = tenant and id = any(guests) order by id for no key update\x3b
  update users u set has_sponsor = not u.has_sponsor
  where u.tenant_id = tenant and u.id = any(guests) and u.has_sponsor <> (
    select count(*) > 0 from (
      select 1 from sponsors s
      left join live_users su on su.tenant_id = s.tenant_id and su.id = s.sponsor_user_id and su.account_enabled
      left join live_groups sg on sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id
      where s.tenant_id = u.tenant_id and s.user_id = u.id and (su.id is not null or sg.id is not null) limit 1) there)\x3b
end';

-- All who have a sponsor, where rows were filled in that make nothing happen.
create function judge_all_sponsors() returns void language plpgsql as E'
declare
  tenant uuid\x3b guests uuid[]\x3b
begin
  for tenant, guests in select tenant_id, array_agg(id) from users where has_sponsor group by 1 loop
    perform judge_sponsors(tenant, guests)\x3b
  end loop\x3b
end';

-- A sponsor who is disabled at the same moment is waited for, or waits, and then finds whom they sponsor.
create function sponsors_come() returns trigger language plpgsql as E'
declare
  tenant uuid\x3b guests uuid[]\x3b sponsor_users uuid[]\x3b sponsor_groups uuid[]\x3b
begin
  for tenant, guests, sponsor_users, sponsor_groups in
    select c.tenant_id, array_agg(distinct c.user_id), array_agg(distinct c.sponsor_user_id), array_agg(distinct c.sponsor_group_id) from come c group by 1
  loop
    perform 1 from users where tenant_id = tenant and id = any(sponsor_users) order by id for share\x3b
    perform 1 from groups where tenant_id = tenant and id = any(sponsor_groups) order by id for share\x3b
    perform judge_sponsors(tenant, guests)\x3b
  end loop\x3b
  return null\x3b
end';
create trigger sponsors_come after insert on sponsors
  referencing new table as come for each statement execute function sponsors_come();

create function sponsors_go() returns trigger language plpgsql as E'
declare
  tenant uuid\x3b guests uuid[]\x3b
begin
  for tenant, guests in select g.tenant_id, array_agg(distinct g.user_id) from gone g group by 1 loop
    perform judge_sponsors(tenant, guests)\x3b
  end loop\x3b
  return null\x3b
end';
create trigger sponsors_go after delete on sponsors
  referencing old table as gone for each statement execute function sponsors_go();

create function a_sponsor_changes() returns trigger language plpgsql as E'
declare
  guests uuid[] := array(select user_id from sponsors where tenant_id = new.tenant_id and sponsor_user_id = new.id)\x3b
begin
  if cardinality(guests) > 0 then perform judge_sponsors(new.tenant_id, guests)\x3b end if\x3b
  return null\x3b
end';
create trigger a_sponsor_changes after update of account_enabled, deleted_at on users for each row
  when ((old.account_enabled and old.deleted_at is null) is distinct from (new.account_enabled and new.deleted_at is null))
  execute function a_sponsor_changes();

create function a_sponsoring_group_changes() returns trigger language plpgsql as E'
declare
  guests uuid[] := array(select user_id from sponsors where tenant_id = new.tenant_id and sponsor_group_id = new.id)\x3b
begin
  if cardinality(guests) > 0 then perform judge_sponsors(new.tenant_id, guests)\x3b end if\x3b
  return null\x3b
end';
create trigger a_sponsoring_group_changes after update of deleted_at on groups for each row
  when ((old.deleted_at is null) is distinct from (new.deleted_at is null))
  execute function a_sponsoring_group_changes();

update users u set has_sponsor = true where exists (
  select 1 from sponsors s
  left join live_users su on su.tenant_id = s.tenant_id and su.id = s.sponsor_user_id and su.account_enabled
  left join live_groups sg on sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id
  where s.tenant_id = u.tenant_id and s.user_id = u.id and (su.id is not null or sg.id is not null));
create index guests_without_sponsor_by_name on users (tenant_id, sort_name, id)
  where deleted_at is null and user_type = 'Guest' and not has_sponsor;
