-- Codes by mail, external home providers, and the browsers that a person has signed in with.

-- A code on its way to a mailbox. Neither the address nor the code can be read here: the browser holds the one, the mailbox the other.
create table email_codes (
  flow_hash bytea primary key,
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index email_codes_by_expiry on email_codes (expires_at);

-- An OpenID provider that an organization names: as the home of its own people in these domains, or, without domains, for its guests.
create table identity_providers (
  tenant_id uuid not null references tenants,
  id uuid not null unique,
  display_name text not null check (length(display_name) between 1 and 256),
  issuer text not null check (length(issuer) between 1 and 400),
  client_id text not null check (length(client_id) between 1 and 256),
  client_secret bytea,
  domains text[] check (cardinality(domains) between 1 and 50),
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, id)
);

-- The answer of a provider is taken once, also when two browsers tabs bring it at the same moment.
create table provider_answers (
  flow_hash bytea primary key,
  expires_at timestamptz not null
);
create index provider_answers_by_expiry on provider_answers (expires_at);

-- Which provider a session was opened by, so that it ends with the trust in that provider.
alter table sessions add column provider_id uuid;
create index sessions_by_provider on sessions (provider_id) where provider_id is not null;

create table known_browsers (
  person_id uuid not null references persons on delete cascade,
  browser_hash bytea not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (person_id, browser_hash)
);
create index known_browsers_by_date on known_browsers (last_seen_at);

-- After this a mail is worth nothing and is dropped, sent or not.
alter table mails add column give_up_at timestamptz;
update mails set give_up_at = created_at + interval '3 days';
alter table mails alter column give_up_at set not null;
create index mails_by_end on mails (give_up_at);
