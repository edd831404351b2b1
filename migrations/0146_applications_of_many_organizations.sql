-- An application may be used in organizations beside its own: there it has a service principal, which names the home of the registration. What it is,
-- and what it proves itself with, stays there alone; so whatever ends it there ends it everywhere with the next request.
drop view live_applications;
drop view deleted_applications;
drop view applications;
drop view live_registrations;
drop view deleted_registrations;

alter table registrations add column audience text not null default 'AzureADMyOrg' check (audience in ('AzureADMyOrg', 'AzureADMultipleOrgs'));
alter table registrations add column is_disabled boolean not null default false;

alter table service_principals add column home_tenant_id uuid;
update service_principals set home_tenant_id = tenant_id;
alter table service_principals alter column home_tenant_id set not null;
comment on column service_principals.home_tenant_id is 'not followed';
-- Only what is registered in the same organization is referred to: organizations do not hang on each other.
alter table service_principals drop constraint service_principals_tenant_id_registration_id_fkey;
alter table service_principals add column own_registration_id uuid generated always as (case when home_tenant_id = tenant_id then registration_id end) stored;
comment on column service_principals.own_registration_id is 'not followed';
alter table service_principals add foreign key (tenant_id, own_registration_id) references registrations on delete cascade;
create index service_principals_of_an_own_registration on service_principals (tenant_id, own_registration_id, id);
create index service_principals_everywhere on service_principals (home_tenant_id, registration_id, tenant_id, id);

-- An assignment refers to a role that is registered in the same organization; to one of another it points by its service principal.
alter table app_role_assignments alter column registration_id drop not null;

-- Who owns a service principal of another organization's application owns nothing that is registered there.
alter table application_owners drop constraint application_owners_tenant_id_registration_id_fkey;
alter table application_owners add foreign key (tenant_id, owned_registration_id) references registrations on delete cascade;
create index owners_of_a_registration on application_owners (tenant_id, owned_registration_id, user_id);

create view live_registrations as select * from registrations where deleted_at is null;
create view deleted_registrations as select * from registrations where deleted_at is not null;
-- Service principals with what they have of their registration. `works`: people sign in to it, and it gets tokens. Words to be found by begin with the id of
-- the organization in which they are looked for.
create view applications as
  select p.tenant_id, p.id, p.home_tenant_id, p.registration_id, r.app_id, r.display_name, p.description, r.description as registered_description, r.homepage,
    p.created_at, r.name_key, r.sort_name,
    case when p.home_tenant_id = p.tenant_id then r.search_words
      else array_to_tsvector(array(select p.tenant_id || substr(word, 37) from unnest(tsvector_to_array(r.search_words)) word)) end as search_words,
    r.asked_scopes, r.asked_roles, r.pkce_required, r.works_while_away, r.group_claims, r.audience, r.is_disabled,
    p.account_enabled, p.assignment_required, p.ways_in_version, p.kept, r.kept as registered,
    p.account_enabled and not r.is_disabled and r.deleted_at is null and (p.home_tenant_id = p.tenant_id or (r.audience = 'AzureADMultipleOrgs'
      and exists (select 1 from tenants h where h.id = p.home_tenant_id and h.state = 'active'))) as works,
    p.deleted_at, p.restorable_until
  from service_principals p join registrations r on r.tenant_id = p.home_tenant_id and r.id = p.registration_id;
create view live_applications as select * from applications where deleted_at is null;
create view deleted_applications as select * from applications where deleted_at is not null;

-- What service principals show of an application is told in their organizations too; what it proves itself with is shown at home alone.
create or replace function a_part_changes() returns trigger language plpgsql as E'
declare
  tenant uuid := case when tg_op = ''DELETE'' then old.tenant_id else new.tenant_id end\x3b
  registration uuid := case when tg_op = ''DELETE'' then old.registration_id else new.registration_id end\x3b
begin
  insert into directory_changes (tenant_id, kind, object_id, what, properties)
  select tenant, ''application'', r.id, ''changed'', array[tg_table_name::text] from registrations r
    where r.tenant_id = tenant and r.id = registration and r.deleted_at is null
  union all select p.tenant_id, ''servicePrincipal'', p.id, ''changed'', array[tg_table_name::text] from service_principals p
    where p.home_tenant_id = tenant and p.registration_id = registration and p.deleted_at is null
      and (p.tenant_id = tenant or tg_table_name in (''app_roles'', ''application_redirects''))\x3b
  return null\x3b
end';

create or replace function an_identifier_uri_changes() returns trigger language plpgsql as E'
declare
  tenant uuid := case when tg_op = ''DELETE'' then old.tenant_id else new.tenant_id end\x3b
  registration uuid := case when tg_op = ''DELETE'' then old.registration_id else new.registration_id end\x3b
begin
  insert into directory_changes (tenant_id, kind, object_id, what, properties)
  select tenant, ''application'', r.id, ''changed'', array[tg_table_name::text] from registrations r
    where r.tenant_id = tenant and r.id = registration and r.deleted_at is null
  union all select p.tenant_id, ''servicePrincipal'', p.id, ''changed'', array[tg_table_name::text] from service_principals p
    where p.home_tenant_id = tenant and p.registration_id = registration and p.deleted_at is null\x3b
  return null\x3b
end';

create or replace procedure follow_changes() language plpgsql as E'
begin
  call follow_changes_of(''users'', ''user'', '''')\x3b
  call follow_changes_of(''groups'', ''group'', '''')\x3b
  call follow_changes_of(''permission_grants'', ''permissionGrant'', '''')\x3b
  call follow_changes_of(''service_principals'', ''servicePrincipal'', '''')\x3b
  call follow_changes_of(''registrations'', ''application'', $x$
    insert into directory_changes (tenant_id, kind, object_id, what, properties)
    select p.tenant_id, ''servicePrincipal'', p.id, ''changed'', differing from service_principals p
    where p.home_tenant_id = new.tenant_id and p.registration_id = new.id and p.deleted_at is null
      and (p.tenant_id = new.tenant_id or differing && array[''display_name'', ''description'', ''homepage'', ''audience'', ''is_disabled'', ''kept''])\x3b$x$)\x3b
  call follow_parts_of(''app_roles'')\x3b
  call follow_parts_of(''application_redirects'')\x3b
  call follow_parts_of(''application_secrets'')\x3b
  call follow_parts_of(''application_keys'')\x3b
  call follow_links_of(''memberships'', ''groups'', ''group'', ''members'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''group_members'', ''groups'', ''group'', ''members'', ''group_id'', $x$case when x.member_group_id is null then ''servicePrincipal'' else ''group'' end$x$, $x$x.id$x$)\x3b
  call follow_links_of(''group_owners'', ''groups'', ''group'', ''owners'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''managers'', ''users'', ''user'', ''manager'', ''user_id'', $x$''user''$x$, $x$x.manager_id$x$)\x3b
  call follow_links_of(''role_assignments'', null, ''directoryRole'', ''members'', ''role_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''application_roles'', null, ''directoryRole'', ''members'', ''role_id'', $x$''servicePrincipal''$x$, $x$x.application_id$x$)\x3b
end';
call follow_changes();
