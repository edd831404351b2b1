-- Applications ask each other: app roles are given to applications too, and what an application may do for people is given at another application as at
-- the directory API, which no `resource_id` stands for.
alter table app_roles add column for_users boolean not null default true;
alter table app_roles add column for_applications boolean not null default false;
alter table app_roles add constraint an_app_role_is_for_somebody check (for_users or for_applications);

alter table app_role_assignments add column client_id uuid;
alter table app_role_assignments add foreign key (tenant_id, client_id) references service_principals on delete cascade;
alter table app_role_assignments drop constraint an_assignment_has_one_principal;
alter table app_role_assignments add constraint an_assignment_has_one_principal check (num_nonnulls(user_id, group_id, client_id) = 1);
create unique index an_application_is_assigned_once on app_role_assignments (tenant_id, client_id, application_id, app_role_id) where client_id is not null;

alter table permission_grants add column resource_id uuid;
alter table permission_grants add foreign key (tenant_id, resource_id) references service_principals on delete cascade;
drop index an_application_has_one_grant_for_everybody;
drop index an_application_has_one_grant_for_a_user;
create unique index an_application_has_one_grant_for_everybody on permission_grants (tenant_id, application_id) where user_id is null and resource_id is null;
create unique index an_application_has_one_grant_for_a_user on permission_grants (tenant_id, application_id, user_id) where user_id is not null and resource_id is null;
create unique index one_grant_at_an_application_for_everybody on permission_grants (tenant_id, application_id, resource_id) where user_id is null and resource_id is not null;
create unique index one_grant_at_an_application_for_a_user on permission_grants (tenant_id, application_id, user_id, resource_id) where user_id is not null and resource_id is not null;
create index permission_grants_at_an_application on permission_grants (tenant_id, resource_id, id) where resource_id is not null;
call follow_changes();
-- Whether people agree by themselves that an application acts for them at another one.
alter table tenants add column users_consent boolean not null default false;
