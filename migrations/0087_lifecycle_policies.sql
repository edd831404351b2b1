-- Rules that guests keep (R134): up to ten policies of an organization, the one with the lowest number that a guest falls under decides.
create table lifecycle_policies (
  tenant_id uuid not null references tenants,
  id uuid not null,
  display_name text not null check (length(display_name) between 1 and 256),
  description text check (length(description) <= 1024),
  is_enabled boolean not null,
  priority smallint not null check (priority between 1 and 100),
  -- Only for members of this group; null for all guests.
  group_id uuid,
  inactive_days integer check (inactive_days between 30 and 730),
  needs_sponsor boolean not null,
  attestation_days integer check (attestation_days between 30 and 730),
  redemption_days integer check (redemption_days between 1 and 365),
  grace_days integer not null check (grace_days between 0 and 90),
  action text not null check (action in ('disable', 'delete', 'disableThenDelete')),
  deletion_days integer check (deletion_days between 0 and 90),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references groups on delete cascade,
  constraint a_policy_has_a_rule check (needs_sponsor or inactive_days is not null or attestation_days is not null or redemption_days is not null),
  constraint who_is_deleted_later_has_days check ((action = 'disableThenDelete') = (deletion_days is not null))
);
comment on table lifecycle_policies is 'zone: tenant';
create index lifecycle_policies_of_a_group on lifecycle_policies (tenant_id, group_id) where group_id is not null;

-- Guests who do not keep the rules of their policy: since when, and which notices have gone out.
create table lifecycle_states (
  tenant_id uuid not null,
  user_id uuid not null,
  policy_id uuid not null,
  reason text not null check (reason in ('inactivity', 'sponsor', 'attestation', 'redemption')),
  since timestamptz not null,
  notices smallint not null,
  disabled_at timestamptz,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, policy_id) references lifecycle_policies on delete cascade
);
comment on table lifecycle_states is 'zone: tenant';
create index lifecycle_states_of_a_policy on lifecycle_states (tenant_id, policy_id);
