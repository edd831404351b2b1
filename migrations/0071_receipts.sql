-- Receipts: for each ending of a user one row, written in the transaction of the ending, and one more for the erasure. It says what happened and when,
-- by opaque ids, and outlives the user: nothing in it is a name or an address. Who ended is known here until the erasure, and no longer.

create table receipts (
  tenant_id uuid not null references tenants,
  -- The reference: the event of the ending, where the mail has always quoted it.
  id uuid not null,
  user_id uuid not null,
  person_id uuid references persons on delete set null,
  kind text not null check (kind in ('left', 'declined', 'removed', 'removedByOperator', 'removedByPolicy', 'homeGone', 'merged', 'neverAccepted', 'erased')),
  ended_at timestamptz not null,
  -- Null where nothing was kept: nobody can bring it back.
  restorable_until timestamptz,
  erased_by timestamptz not null,
  restored_at timestamptz,
  erased_at timestamptz,
  -- Of the code in its mail: whoever has it holds the receipt.
  code_hash bytea,
  primary key (tenant_id, id),
  constraint what_was_kept_has_a_window check (restorable_until is not null or erased_at is not null)
);
comment on table receipts is 'zone: tenant';
create index receipts_by_reference on receipts (id);
create index receipts_of_a_user on receipts (tenant_id, user_id);
create index receipts_of_a_person on receipts (person_id) where person_id is not null;

-- The systems that somebody was signed on to when their user ended, and which of them have acknowledged that they were told.
create table receipt_systems (
  tenant_id uuid not null,
  receipt_id uuid not null,
  application_id uuid not null,
  sid text not null check (length(sid) <= 64),
  acknowledged_at timestamptz,
  given_up_at timestamptz,
  primary key (tenant_id, receipt_id, application_id, sid),
  foreign key (tenant_id, receipt_id) references receipts on delete cascade
);
comment on table receipt_systems is 'zone: tenant';
create index receipt_systems_by_sign_on on receipt_systems (tenant_id, application_id, sid);

-- Endings and erasures of before.
insert into receipts (tenant_id, id, user_id, person_id, kind, ended_at, restorable_until, erased_by)
select tenant_id, deletion_event_id, id, person_id,
  case deleted_by_kind when 'self' then 'left' when 'administrator' then 'removed' when 'operator' then 'removedByOperator' else 'removedByPolicy' end,
  deleted_at, restorable_until, restorable_until + interval '30 days'
from users where deleted_at is not null and deletion_event_id is not null;
insert into receipts (tenant_id, id, user_id, kind, ended_at, erased_by, erased_at)
select tenant_id, event_id, user_id, 'erased', done_at, done_at, done_at from erasures;
