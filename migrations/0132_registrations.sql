-- An application is two objects, as in Graph: its registration, which says what it is and what it proves itself with, and its service
-- principal, which says what it is in the organization. Each has an id and a life of its own. What there is keeps its id as the service
-- principal, to which assignments, grants and tokens belong; registrations get ids of their own.
drop view live_applications;
drop view deleted_applications;

create table registrations (
  tenant_id uuid not null references tenants,
  id uuid not null,
  app_id uuid not null,
  display_name text not null check (length(display_name) between 1 and 256),
  description text check (length(description) <= 1024),
  homepage text check (length(homepage) <= 2048 and homepage ~ '^https?://'),
  created_at timestamptz not null,
  name_key text collate "C" not null,
  sort_name text collate "C" not null,
  search_words tsvector not null,
  asked_scopes text[] not null default '{}',
  asked_roles text[] not null default '{}',
  pkce_required boolean not null default true,
  works_while_away boolean not null default true,
  group_claims text check (group_claims in ('SecurityGroup', 'All', 'ApplicationGroup')),
  kept jsonb not null default '{}',
  deleted_at timestamptz,
  restorable_until timestamptz,
  primary key (tenant_id, id)
);
comment on table registrations is 'zone: tenant';
create unique index one_registration_per_client_id on registrations (app_id, tenant_id);

insert into registrations (tenant_id, id, app_id, display_name, description, homepage, created_at, name_key, sort_name, search_words,
    asked_scopes, asked_roles, pkce_required, works_while_away, group_claims, deleted_at, restorable_until)
  select tenant_id, gen_random_uuid(), app_id, display_name, description, homepage, created_at, name_key, sort_name, search_words,
    asked_scopes, asked_roles, pkce_required, works_while_away, group_claims, deleted_at, restorable_until from applications;

create index live_registrations_by_name on registrations (tenant_id, sort_name, id) where deleted_at is null;
create index deleted_registrations_by_date on registrations (tenant_id, deleted_at, id) where deleted_at is not null;
create index deleted_registrations_by_name on registrations (tenant_id, sort_name, id) where deleted_at is not null;
create index deleted_registrations_by_due_date on registrations (restorable_until, tenant_id, id) where deleted_at is not null;
create index registrations_by_search_word on registrations using gin (search_words);

alter table applications rename to service_principals;
alter table service_principals add column registration_id uuid;
alter table service_principals add column kept jsonb not null default '{}';
update service_principals p set registration_id = r.id from registrations r where r.app_id = p.app_id;
alter table service_principals alter column registration_id set not null;
alter table service_principals add foreign key (tenant_id, registration_id) references registrations on delete cascade;
create unique index a_registration_has_one_live_service_principal on service_principals (tenant_id, registration_id) where deleted_at is null;
create index service_principals_of_a_registration on service_principals (tenant_id, registration_id, id);

-- What an application is signed in with belongs to its registration.
alter table app_role_assignments drop constraint app_role_assignments_tenant_id_application_id_app_role_id_fkey;
alter table app_roles drop constraint app_roles_tenant_id_application_id_fkey;
alter table application_redirects drop constraint application_redirects_tenant_id_application_id_fkey;
alter table application_secrets drop constraint application_secrets_tenant_id_application_id_fkey;
alter table application_keys drop constraint application_keys_tenant_id_application_id_fkey;
alter table federated_credentials drop constraint federated_credentials_tenant_id_application_id_fkey;
alter table used_assertions drop constraint used_assertions_tenant_id_application_id_fkey;

alter table app_roles rename column application_id to registration_id;
alter table application_redirects rename column application_id to registration_id;
alter table application_secrets rename column application_id to registration_id;
alter table application_keys rename column application_id to registration_id;
alter table federated_credentials rename column application_id to registration_id;
alter table used_assertions rename column application_id to registration_id;

update app_roles x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.registration_id;
update application_redirects x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.registration_id;
update application_secrets x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.registration_id;
update application_keys x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.registration_id;
update federated_credentials x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.registration_id;
update used_assertions x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.registration_id;

alter table app_roles add foreign key (tenant_id, registration_id) references registrations on delete cascade;
alter table application_redirects add foreign key (tenant_id, registration_id) references registrations on delete cascade;
alter table application_secrets add foreign key (tenant_id, registration_id) references registrations on delete cascade;
alter table application_keys add foreign key (tenant_id, registration_id) references registrations on delete cascade;
alter table federated_credentials add foreign key (tenant_id, registration_id) references registrations on delete cascade;
alter table used_assertions add foreign key (tenant_id, registration_id) references registrations on delete cascade;

-- An assignment is of the service principal, and of a role that the registration has.
alter table app_role_assignments add column registration_id uuid;
update app_role_assignments x set registration_id = p.registration_id from service_principals p where p.tenant_id = x.tenant_id and p.id = x.application_id;
alter table app_role_assignments alter column registration_id set not null;
alter table app_role_assignments add foreign key (tenant_id, application_id) references service_principals on delete cascade;
alter table app_role_assignments add foreign key (tenant_id, registration_id, app_role_id) references app_roles on delete cascade;
create index assignments_of_an_app_role on app_role_assignments (tenant_id, registration_id, app_role_id);

-- Somebody owns the registration, its service principal, or both.
alter table application_owners drop constraint application_owners_pkey;
alter table application_owners drop constraint application_owners_tenant_id_application_id_fkey;
alter table application_owners add column registration_id uuid;
alter table application_owners add column owned_registration_id uuid;
update application_owners x set registration_id = p.registration_id, owned_registration_id = p.registration_id
  from service_principals p where p.tenant_id = x.tenant_id and p.id = x.application_id;
alter table application_owners alter column registration_id set not null;
alter table application_owners alter column application_id drop not null;
alter table application_owners add primary key (tenant_id, registration_id, user_id);
alter table application_owners add constraint an_owner_owns_the_registration check (owned_registration_id = registration_id);
alter table application_owners add foreign key (tenant_id, registration_id) references registrations on delete cascade;
alter table application_owners add foreign key (tenant_id, application_id) references service_principals on delete set null (application_id);
drop index applications_owned_by_a_user;
create index applications_owned_by_a_user on application_owners (tenant_id, user_id, registration_id);
create index owners_of_a_service_principal on application_owners (tenant_id, application_id, user_id);

alter table service_principals drop column app_id;
alter table service_principals drop column display_name;
alter table service_principals drop column homepage;
alter table service_principals drop column name_key;
alter table service_principals drop column sort_name;
alter table service_principals drop column search_words;
alter table service_principals drop column asked_scopes;
alter table service_principals drop column asked_roles;
alter table service_principals drop column pkce_required;
alter table service_principals drop column works_while_away;
alter table service_principals drop column group_claims;

create view live_registrations as select * from registrations where deleted_at is null;
create view deleted_registrations as select * from registrations where deleted_at is not null;
-- Service principals with what they have of their registration.
create view applications as
  select p.tenant_id, p.id, p.registration_id, r.app_id, r.display_name, p.description, r.description as registered_description, r.homepage,
    p.created_at, r.name_key, r.sort_name, r.search_words, r.asked_scopes, r.asked_roles, r.pkce_required, r.works_while_away, r.group_claims,
    p.account_enabled, p.assignment_required, p.ways_in_version, p.kept, r.kept as registered, p.deleted_at, p.restorable_until
  from service_principals p join registrations r on r.tenant_id = p.tenant_id and r.id = p.registration_id;
create view live_applications as select * from applications where deleted_at is null;
create view deleted_applications as select * from applications where deleted_at is not null;
