-- What applications may do in the directory for people: given for everybody by who gives roles, or for one person; and what of it each person has
-- agreed to, with the version of the application's ways in at that moment. What an application asks for gives nothing.
create table permission_grants (
  tenant_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  user_id uuid,
  scopes text[] not null,
  agreed_scopes text[] not null default '{}',
  agreed_version integer,
  agreed_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
comment on table permission_grants is 'zone: tenant';
create unique index an_application_has_one_grant_for_everybody on permission_grants (tenant_id, application_id) where user_id is null;
create unique index an_application_has_one_grant_for_a_user on permission_grants (tenant_id, application_id, user_id) where user_id is not null;
create index permission_grants_of_a_user on permission_grants (tenant_id, user_id, id) where user_id is not null;
create index permission_grants_of_an_application on permission_grants (tenant_id, application_id, id);

insert into permission_grants (tenant_id, id, application_id, scopes, created_at)
  select tenant_id, gen_random_uuid(), id, graph_scopes, created_at from applications where graph_scopes <> '{}';
insert into permission_grants (tenant_id, id, application_id, user_id, scopes, agreed_scopes, agreed_version, agreed_at, created_at)
  select s.tenant_id, gen_random_uuid(), s.application_id, s.user_id, '{}', a.graph_scopes, s.ways_in_version, s.agreed_at, s.agreed_at
  from scope_agreements s join applications a on a.tenant_id = s.tenant_id and a.id = s.application_id;
drop table scope_agreements;

alter table applications rename column graph_scopes to asked_scopes;
alter view live_applications rename column graph_scopes to asked_scopes;
alter view deleted_applications rename column graph_scopes to asked_scopes;
