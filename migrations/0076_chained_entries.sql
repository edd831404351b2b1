-- Entries of the audit log are chained for each organization, so that one that is changed, removed, put in or moved afterwards is found. A job makes the
-- links a moment after the entries were written, so nobody waits for anybody. Digests are keyed, and the key is not in the store. An address, which goes
-- with its person, stands in the chain as a digest with a salt of its own, and the salt goes with the address.

create table events_unchained (
  tenant_id uuid not null references tenants,
  event_id uuid not null,
  waits_as bigint generated always as identity,
  primary key (tenant_id, event_id)
);
create index events_unchained_in_order on events_unchained (waits_as);
comment on table events_unchained is 'zone: tenant';

create table event_chains (
  tenant_id uuid primary key references tenants,
  -- What was removed with time from the beginning of the chain ends before here, and with this.
  first_seq bigint not null,
  first_hash bytea not null,
  first_mac bytea not null,
  last_seq bigint not null,
  last_hash bytea not null,
  last_mac bytea not null
);
comment on table event_chains is 'zone: tenant';

create table event_links (
  tenant_id uuid not null references tenants,
  seq bigint not null,
  event_id uuid not null,
  at timestamptz not null,
  is_sign_in boolean not null,
  digest bytea not null,
  address_digest bytea,
  address_salt bytea,
  hash bytea not null,
  -- The time of the entry was over, and it was removed.
  over_at timestamptz,
  primary key (tenant_id, seq)
);
create unique index an_entry_has_one_link on event_links (tenant_id, event_id);
create index event_links_without_entry on event_links (tenant_id) where over_at is not null;
comment on table event_links is 'zone: tenant';

create function entries_wait_for_their_link() returns trigger language plpgsql as E'
begin
  insert into events_unchained (tenant_id, event_id) select tenant_id, id from written\x3b
  return null\x3b
end';
insert into events_unchained (tenant_id, event_id) select tenant_id, id from events order by tenant_id, at, id;
create trigger entries_wait_for_their_link after insert on events
  referencing new table as written for each statement execute function entries_wait_for_their_link();

create or replace function forget_where_the_gone_came_from() returns trigger language plpgsql as E'
begin
  update event_links l set address_salt = null from gone join events e on e.tenant_id = gone.tenant_id and e.actor_id = gone.id and e.actor_address is not null
  where l.tenant_id = e.tenant_id and l.event_id = e.id and l.address_salt is not null\x3b
  update events e set actor_address = null from gone
  where e.tenant_id = gone.tenant_id and e.actor_id = gone.id and e.actor_address is not null\x3b
  return null\x3b
end';
