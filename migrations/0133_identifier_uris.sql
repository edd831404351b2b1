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

-- A name that comes or goes is told of the application and of its service principal, as their other parts are.
create function an_identifier_uri_changes() returns trigger language plpgsql as E'
declare
  tenant uuid := case when tg_op = ''DELETE'' then old.tenant_id else new.tenant_id end\x3b
  registration uuid := case when tg_op = ''DELETE'' then old.registration_id else new.registration_id end\x3b
begin
  insert into directory_changes (tenant_id, kind, object_id, what, properties)
  select tenant, ''application'', r.id, ''changed'', array[tg_table_name::text] from registrations r
    where r.tenant_id = tenant and r.id = registration and r.deleted_at is null
  union all select tenant, ''servicePrincipal'', p.id, ''changed'', array[tg_table_name::text] from service_principals p
    where p.tenant_id = tenant and p.registration_id = registration and p.deleted_at is null\x3b
  return null\x3b
end';
create trigger identifier_uris_come_or_go after insert or delete on identifier_uris for each row execute function an_identifier_uri_changes();
