-- What an organization asks for before an administrator deletes something for good (R137): nothing, a time to wait, or a second administrator's yes.
alter table tenants add column purge_protection text not null default 'none'
  constraint a_purge_is_protected_in_one_way check (purge_protection in ('none', 'waiting', 'secondAdministrator'));
alter table tenants add column purge_waiting_hours integer not null default 24
  constraint a_purge_waits_a_week_at_most check (purge_waiting_hours between 1 and 168);

-- What an administrator has asked for and is not done yet: a permanent deletion, or less protection.
create table purge_requests (
  tenant_id uuid not null references tenants,
  id uuid not null,
  kind text not null constraint a_purge_request_is_of_a_kind check (kind in ('user', 'group', 'application', 'protection')),
  -- Of a protection, the organization itself.
  target_id uuid not null,
  wanted_protection text,
  wanted_hours integer,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- When it is done by itself; null where somebody else has to say yes.
  due_at timestamptz,
  state text not null default 'open'
    constraint a_purge_request_has_a_state check (state in ('open', 'done', 'refused', 'withdrawn', 'lapsed')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, id)
);
create unique index one_open_purge_request_per_target on purge_requests (tenant_id, kind, target_id) where state = 'open';
create index purge_requests_by_date on purge_requests (tenant_id, asked_at, id);
create index purge_requests_due on purge_requests (due_at) where state = 'open';
comment on table purge_requests is 'zone: tenant';
