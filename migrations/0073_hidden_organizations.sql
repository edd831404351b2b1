-- Organizations that a person does not want to see in their list (R34). It changes nothing of what they are there, and nobody there is told.
create table hidden_organizations (
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  hidden_at timestamptz not null,
  primary key (tenant_id, user_id),
  constraint a_hidden_organization_is_of_a_user foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on table hidden_organizations is 'zone: tenant';
