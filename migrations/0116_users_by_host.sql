-- The users whom somebody has invited or answers for, in the order of the lists. Each row stands for a sponsor or an invitation of a live user; what a page
-- is sorted by stands in another table than what it asks, and one index cannot carry both. Kept with whatever changes either.
create table users_by_host (
  tenant_id uuid not null,
  host_id uuid not null,
  host_is text not null check (host_is in ('inviter', 'sponsor')),
  user_id uuid not null,
  sort_name text collate "C" not null,
  created_at timestamptz not null,
  primary key (tenant_id, user_id, host_is, host_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
comment on table users_by_host is 'zone: tenant';
create index users_of_a_host_by_name on users_by_host (tenant_id, host_id, host_is, sort_name, user_id);
create index users_of_a_host_by_creation on users_by_host (tenant_id, host_id, host_is, created_at, user_id);

-- To be called while these users are held, so that nobody renames, deletes or restores them meanwhile.
create function add_under_hosts(tenant uuid, guests uuid[]) returns void language sql as E'
  insert into users_by_host (tenant_id, host_id, host_is, user_id, sort_name, created_at)
  select u.tenant_id, h.host_id, h.host_is, u.id, u.sort_name, u.created_at from live_users u
  cross join lateral (
    select s.id as host_id, ''sponsor'' as host_is from sponsors s where s.tenant_id = u.tenant_id and s.user_id = u.id
    union all select i.invited_by, ''inviter'' from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id and i.invited_by is not null) h
  where u.tenant_id = tenant and u.id = any(guests)
  on conflict do nothing
';

-- All of them anew, where rows were filled in that make nothing happen.
create function add_all_under_hosts() returns void language plpgsql as E'
declare
  tenant uuid\x3b
begin
  delete from users_by_host\x3b
  for tenant in select id from tenants loop
    perform add_under_hosts(tenant, array(
      select user_id from sponsors s where s.tenant_id = tenant
      union select user_id from invitations i where i.tenant_id = tenant and i.invited_by is not null))\x3b
  end loop\x3b
end';

create or replace function sponsors_come() returns trigger language plpgsql as E'
declare
  tenant uuid\x3b guests uuid[]\x3b sponsor_users uuid[]\x3b sponsor_groups uuid[]\x3b
begin
  for tenant, guests, sponsor_users, sponsor_groups in
    select c.tenant_id, array_agg(distinct c.user_id), array_agg(distinct c.sponsor_user_id), array_agg(distinct c.sponsor_group_id) from come c group by 1
  loop
    perform 1 from users where tenant_id = tenant and id = any(sponsor_users) order by id for share\x3b
    perform 1 from groups where tenant_id = tenant and id = any(sponsor_groups) order by id for share\x3b
    perform judge_sponsors(tenant, guests)\x3b
    perform add_under_hosts(tenant, guests)\x3b
  end loop\x3b
  return null\x3b
end';

create or replace function sponsors_go() returns trigger language plpgsql as E'
declare
  tenant uuid\x3b guests uuid[]\x3b
begin
  for tenant, guests in select g.tenant_id, array_agg(distinct g.user_id) from gone g group by 1 loop
    perform judge_sponsors(tenant, guests)\x3b
  end loop\x3b
  delete from users_by_host h using gone g
  where h.tenant_id = g.tenant_id and h.user_id = g.user_id and h.host_is = ''sponsor'' and h.host_id = g.id\x3b
  return null\x3b
end';

-- An invitation goes without its user being held: the user may be held by whoever takes back invitations.
create function an_inviter_changes() returns trigger language plpgsql as E'
begin
  if tg_op <> ''INSERT'' then
    delete from users_by_host h where h.tenant_id = old.tenant_id and h.user_id = old.user_id and h.host_is = ''inviter''\x3b
  end if\x3b
  if tg_op <> ''DELETE'' then
    perform 1 from users where tenant_id = new.tenant_id and id = new.user_id for no key update\x3b
    perform add_under_hosts(new.tenant_id, array[new.user_id])\x3b
  end if\x3b
  return null\x3b
end';
create trigger an_inviter_comes after insert on invitations for each row when (new.invited_by is not null) execute function an_inviter_changes();
create trigger an_inviter_goes after delete on invitations for each row when (old.invited_by is not null) execute function an_inviter_changes();
create trigger an_inviter_changes after update of invited_by on invitations for each row
  when (old.invited_by is distinct from new.invited_by) execute function an_inviter_changes();

create function a_hosted_user_changes() returns trigger language plpgsql as E'
begin
  if new.deleted_at is not null then
    delete from users_by_host where tenant_id = new.tenant_id and user_id = new.id\x3b
  elsif old.deleted_at is not null then
    perform add_under_hosts(new.tenant_id, array[new.id])\x3b
  else
    update users_by_host set sort_name = new.sort_name, created_at = new.created_at where tenant_id = new.tenant_id and user_id = new.id\x3b
  end if\x3b
  return null\x3b
end';
create trigger a_hosted_user_changes after update of sort_name, created_at, deleted_at on users for each row
  when ((old.sort_name, old.created_at, old.deleted_at is null) is distinct from (new.sort_name, new.created_at, new.deleted_at is null))
  execute function a_hosted_user_changes();

select add_all_under_hosts();

-- Who invited somebody is found there, in order.
drop index invitations_by_who_invited;

-- Those for whom nobody answers, of each type, by name and by when they were made. When they were deleted, which is never here, stands before: a list that is
-- ordered by that too is given by this index alone, whatever the statistics say of the others.
create index users_without_sponsor_by_name on users (tenant_id, user_type, deleted_at, sort_name, id) where not has_sponsor;
create index users_without_sponsor_by_creation on users (tenant_id, user_type, deleted_at, created_at, id) where not has_sponsor;
drop index guests_without_sponsor_by_name;
