-- What an administrator has asked to be exported of a user (R108): made by a job, kept for a few days, and only for whoever asked. It goes with the
-- user, and with whoever asked. The content is sealed by the key of the installation.
create table exports (
  tenant_id uuid not null references tenants,
  id uuid not null,
  user_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- Each try; one that has taken too long is given up.
  tries integer not null default 0,
  tried_at timestamptz,
  completed_at timestamptz,
  content bytea,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint an_export_is_of_a_user foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  constraint an_export_is_for_a_user foreign key (tenant_id, asked_by) references users (tenant_id, id) on delete cascade,
  constraint an_export_is_done_with_its_content check ((completed_at is null) = (content is null))
);
comment on table exports is 'zone: tenant';
create index exports_of_users on exports (tenant_id, user_id);
create index exports_by_who_asked on exports (tenant_id, asked_by);
create index exports_to_be_made on exports (asked_at) where completed_at is null;
create index exports_that_are_over on exports (expires_at);
