-- Applications that own groups and other applications; people stand in group_owners and application_owners.
create table group_owner_applications (
  tenant_id uuid not null,
  group_id uuid not null,
  -- The service principal that owns it.
  owner_id uuid not null,
  primary key (tenant_id, group_id, owner_id),
  foreign key (tenant_id, group_id) references groups on delete cascade,
  foreign key (tenant_id, owner_id) references service_principals on delete cascade
);
comment on table group_owner_applications is 'zone: tenant';
create index groups_owned_by_an_application on group_owner_applications (tenant_id, owner_id, group_id);

create table application_owner_applications (
  tenant_id uuid not null,
  -- That of the one or of the other: who owns a service principal does not own its registration.
  object_id uuid not null,
  application_id uuid,
  owned_registration_id uuid,
  owner_id uuid not null,
  primary key (tenant_id, object_id, owner_id),
  foreign key (tenant_id, application_id) references service_principals on delete cascade,
  foreign key (tenant_id, owned_registration_id) references registrations on delete cascade,
  foreign key (tenant_id, owner_id) references service_principals on delete cascade,
  constraint an_application_owns_one_object check (object_id = coalesce(application_id, owned_registration_id) and (application_id is null) <> (owned_registration_id is null))
);
comment on table application_owner_applications is 'zone: tenant';
create index applications_owned_by_an_application on application_owner_applications (tenant_id, owner_id, object_id);
create index applications_that_own_a_service_principal on application_owner_applications (tenant_id, application_id, owner_id) where application_id is not null;
create index applications_that_own_a_registration on application_owner_applications (tenant_id, owned_registration_id, owner_id) where owned_registration_id is not null;

-- They are owners of a group to whoever follows it. What follows links has no columns of a table in it, and is made once.
call follow_links_of('group_owner_applications', 'groups', 'group', 'owners', 'group_id', $x$'servicePrincipal'$x$, $x$x.owner_id$x$);
