-- One row for everything that happened, written in the transaction of the change itself.
-- Holds ids only, never a name or an address: names are joined while the objects exist, so erasing a user erases them from the audit too (R85).

create table events (
  tenant_id uuid not null references tenants,
  id uuid not null,
  at timestamptz not null,
  activity text not null,
  actor_kind text not null check (actor_kind in ('user', 'operator', 'system')),
  actor_id uuid,
  target_kind text not null,
  target_id uuid not null,
  -- The other object of a link: the group a member was added to, the role that was assigned.
  related_kind text,
  related_id uuid,
  reason text,
  correlation_id uuid not null,
  details jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index events_by_date on events (tenant_id, at desc, id desc);
create index events_by_actor on events (tenant_id, actor_id, at desc, id desc);
create index events_by_target on events (tenant_id, target_id, at desc, id desc);
create index events_by_activity on events (tenant_id, activity, at desc, id desc);
