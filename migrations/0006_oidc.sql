-- The OpenID Connect provider: what an application may do, the keys that sign, and everything that a sign-on hands out.
-- Tokens and codes are found by digest; what is known about them is sealed under a key that is not in the store.

alter table applications add column assignment_required boolean not null default false;
-- The scopes of the directory API that the application may ask people for.
alter table applications add column graph_scopes text[] not null default '{}';
create or replace view live_applications as select * from applications where deleted_at is null;

create table application_redirects (
  tenant_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('web', 'spa', 'native', 'logout', 'backchannel')),
  uri text not null check (length(uri) <= 2048),
  primary key (tenant_id, application_id, kind, uri),
  foreign key (tenant_id, application_id) references applications on delete cascade
);

create table application_secrets (
  tenant_id uuid not null,
  application_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  -- The first characters, so that people can tell their secrets apart.
  hint text not null check (length(hint) <= 8),
  display_name text check (length(display_name) <= 90),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, application_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);

-- One row after the other: each signs from its time on, until the next one does.
create table signing_keys (
  tenant_id uuid not null references tenants,
  serial integer not null,
  kid text not null,
  sealed bytea not null,
  signs_from timestamptz not null,
  primary key (tenant_id, serial)
);

-- Codes, refresh tokens, grants, interactions and browser sessions of the provider.
create table oidc_records (
  tenant_id uuid not null references tenants,
  kind text not null,
  id_hash bytea not null,
  sealed bytea not null,
  grant_hash bytea,
  uid_hash bytea,
  user_code_hash bytea,
  user_id uuid,
  -- Gone with the session for the organization that it stands on (R17).
  session_id uuid,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, kind, id_hash),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, session_id) references tenant_sessions on delete cascade
);
create index oidc_records_of_a_grant on oidc_records (tenant_id, grant_hash) where grant_hash is not null;
create unique index oidc_records_by_uid on oidc_records (tenant_id, kind, uid_hash) where uid_hash is not null;
create index oidc_records_by_user_code on oidc_records (tenant_id, user_code_hash) where user_code_hash is not null;
create index oidc_records_of_a_user on oidc_records (tenant_id, user_id) where user_id is not null;
create index oidc_records_of_a_session on oidc_records (tenant_id, session_id) where session_id is not null;
create index oidc_records_by_expiry on oidc_records (expires_at);

-- Who is signed in to which application that wants to be told of the end. Without a session it has ended, and the application is to be told.
create table oidc_sign_ons (
  tenant_id uuid not null,
  application_id uuid not null,
  -- Known to the application from its ID tokens.
  sid text not null check (length(sid) <= 64),
  user_id uuid not null,
  session_id uuid,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  primary key (tenant_id, application_id, sid),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, session_id) references tenant_sessions on delete set null (session_id)
);
create index oidc_sign_ons_that_ended on oidc_sign_ons (next_try_at) where session_id is null;
create index oidc_sign_ons_of_a_session on oidc_sign_ons (tenant_id, session_id) where session_id is not null;
create index oidc_sign_ons_of_a_user on oidc_sign_ons (tenant_id, user_id);
