-- Local credentials and sessions. Tokens are stored as SHA-256 digests only.

create table local_credentials (
  tenant_id uuid not null,
  user_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  must_change boolean not null default false,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);

-- A link that lets its bearer set a password once.
create table password_links (
  tenant_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);

-- The one-time link with which the first organization and its administrator are made.
create table setup_links (
  token_hash bytea primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A person's sign-in at home. It says who somebody is; what they may do in an organization needs a tenant_session too.
create table sessions (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  user_agent text
);
create index sessions_of_a_person on sessions (person_id);
create index sessions_by_expiry on sessions (expires_at);

-- A session for one organization. Leaving, disabling and deleting end it (R17).
create table tenant_sessions (
  tenant_id uuid not null,
  session_id uuid not null references sessions on delete cascade,
  user_id uuid not null,
  opened_at timestamptz not null,
  primary key (tenant_id, session_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index tenant_sessions_of_a_user on tenant_sessions (tenant_id, user_id);
create index tenant_sessions_of_a_session on tenant_sessions (session_id);

-- Failed sign-ins, counted per account and address. The key is a keyed digest, so neither can be read here.
create table sign_in_throttles (
  key bytea primary key,
  failures integer not null,
  last_failed_at timestamptz not null
);
create index sign_in_throttles_by_date on sign_in_throttles (last_failed_at);

-- Secrets of this installation, made at first start.
create table installation (
  name text primary key,
  value bytea not null
);
