-- A policy can except the members of a group; it says when it last looked at its guests, and what it did on which day.
alter table lifecycle_policies add column except_group_id uuid;
alter table lifecycle_policies add column last_run_at timestamptz;
alter table lifecycle_policies add constraint whom_a_policy_excepts
  foreign key (tenant_id, except_group_id) references groups on delete set null (except_group_id);
create index lifecycle_policies_that_except_a_group on lifecycle_policies (tenant_id, except_group_id) where except_group_id is not null;

-- What a policy did on a day: how many guests were told, disabled and deleted.
create table lifecycle_results (
  tenant_id uuid not null,
  policy_id uuid not null,
  day date not null,
  told integer not null,
  disabled integer not null,
  deleted integer not null,
  primary key (tenant_id, policy_id, day),
  foreign key (tenant_id, policy_id) references lifecycle_policies on delete cascade
);
comment on table lifecycle_results is 'zone: tenant';
