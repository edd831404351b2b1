-- What applications are called as resources: each name is that of one application of the organization, also while it is deleted.
create table identifier_uris (
  tenant_id uuid not null,
  uri text collate "C" not null,
  registration_id uuid not null,
  primary key (tenant_id, uri),
  foreign key (tenant_id, registration_id) references registrations on delete cascade
);
comment on table identifier_uris is 'zone: tenant';
create index identifier_uris_of_a_registration on identifier_uris (tenant_id, registration_id, uri);
