-- What an application asks for by itself, and what it was given: app roles of the directory API, by their published names, and directory roles.
alter table applications add column asked_roles text[] not null default '{}';
create or replace view live_applications as select * from applications where deleted_at is null;
create or replace view deleted_applications as select * from applications where deleted_at is not null;

create table application_permissions (
  tenant_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  permission text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
comment on table application_permissions is 'zone: tenant';
create unique index an_application_has_a_permission_once on application_permissions (tenant_id, application_id, permission);

create table application_roles (
  tenant_id uuid not null,
  application_id uuid not null,
  role_id uuid not null,
  assigned_at timestamptz not null,
  primary key (tenant_id, application_id, role_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
comment on table application_roles is 'zone: tenant';
create index applications_of_a_role on application_roles (tenant_id, role_id, application_id);

-- An application that acts by itself is who did it.
alter table events drop constraint events_actor_kind_check;
alter table events add constraint events_actor_kind_check check (actor_kind in ('user', 'application', 'operator', 'system'));
