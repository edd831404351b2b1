-- Who an account at a provider for guests is, as one client of that provider has told it. Two organizations that have named the same client hear
-- the same words, so that both know one person by them; what another client says of the same account proves nothing to them (K23).
create table proved_accounts (
  issuer text not null check (length(issuer) <= 512),
  client_id text not null check (length(client_id) <= 512),
  subject text not null check (length(subject) <= 256),
  person_id uuid not null references persons on delete cascade,
  proved_at timestamptz not null,
  primary key (issuer, client_id, subject)
);
-- One client at a time: the one that was agreed on last.
create unique index an_account_is_proved_by_one_client on proved_accounts (person_id, issuer, subject);
comment on table proved_accounts is 'zone: person';
