-- Who is told of changes as they come: by which application, on whose behalf, of what, where, and how far each has been told.
create table subscriptions (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- The client id of the application, which may be one of our own.
  app_id uuid not null,
  -- Who it was made for: a person, by the application, or the application by itself.
  user_id uuid,
  application_id uuid,
  -- What the token of the person was given for.
  scopes text[] not null,
  resource text not null,
  kind text not null check (kind in ('users', 'user', 'groups', 'group', 'groupMembers', 'groupOwners')),
  object_id uuid,
  change_types text[] not null,
  notification_url text not null,
  receiver text not null,
  lifecycle_url text,
  client_state text,
  tls_version text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Under which moments the person had access when they last asked for it: access that has ended since ends it too.
  standing text,
  -- How far it has been told, in the feed of this mark.
  epoch uuid not null,
  told_to bigint not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  -- Since when what comes next could not be told.
  failing_since timestamptz,
  missed_at timestamptz,
  -- When its lifecycle is told next; null for not any more.
  lifecycle_due_at timestamptz,
  lifecycle_attempts integer not null default 0,
  right_lost_at timestamptz,
  primary key (tenant_id, id),
  check ((user_id is null) <> (application_id is null)),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, application_id) references service_principals on delete cascade
);
comment on table subscriptions is 'zone: tenant';
create index subscriptions_of_an_application on subscriptions (tenant_id, app_id);
create index subscriptions_of_a_user on subscriptions (tenant_id, user_id) where user_id is not null;
create index subscriptions_of_a_principal on subscriptions (tenant_id, application_id) where application_id is not null;
create index subscriptions_due on subscriptions (next_try_at);
create index subscriptions_that_expire on subscriptions (expires_at);
create index subscriptions_with_lifecycle on subscriptions (lifecycle_due_at) where lifecycle_due_at is not null;
