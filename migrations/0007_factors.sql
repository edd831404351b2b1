-- Passkeys, authenticator apps and recovery codes.

-- A passkey is a person's, wherever they are a guest. Who has a home here has it with their user there, so erasing that user erases it.
create table passkeys (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  tenant_id uuid,
  user_id uuid,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null check (length(public_key) <= 8192),
  -- How often the authenticator says it has signed. Many passkeys stay at 0.
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 64),
  created_at timestamptz not null,
  last_used_at timestamptz,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index passkeys_of_a_person on passkeys (person_id);
create index passkeys_of_a_user on passkeys (tenant_id, user_id);

-- Challenges that were answered, until they would be over anyway: an answer counts once.
create table spent_challenges (
  digest bytea primary key,
  expires_at timestamptz not null
);
create index spent_challenges_by_expiry on spent_challenges (expires_at);

-- The authenticator app of a local account. The secret is sealed under a key that is not in the store.
create table authenticators (
  tenant_id uuid not null,
  user_id uuid not null,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  -- Null until a first code has shown that the app has the secret.
  confirmed_at timestamptz,
  -- The newest half minute whose code was used: no code of it or of an earlier one counts again.
  last_step integer not null default 0,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);

create table recovery_codes (
  tenant_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  primary key (tenant_id, user_id, code_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
