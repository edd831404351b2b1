-- What applications prove themselves with beside secrets: the public keys of certificates, and tokens of issuers elsewhere.
create table application_keys (
  tenant_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  public_key text not null,
  x5t text not null,
  x5t_s256 text not null,
  display_name text,
  starts_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
comment on table application_keys is 'zone: tenant';
create index application_keys_of_an_application on application_keys (tenant_id, application_id);

create table federated_credentials (
  tenant_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  name text not null,
  issuer text not null,
  subject text not null,
  audience text not null,
  description text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
comment on table federated_credentials is 'zone: tenant';
create unique index a_federated_credential_has_its_own_name on federated_credentials (tenant_id, application_id, name);
create unique index a_federated_credential_is_there_once on federated_credentials (tenant_id, application_id, issuer, subject);

-- Each statement of an application about itself is good once.
create table used_assertions (
  tenant_id uuid not null,
  application_id uuid not null,
  digest bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, application_id, digest),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
comment on table used_assertions is 'zone: tenant';
create index used_assertions_by_end on used_assertions (expires_at);
