-- What people see of the applications that act for them, and which of them they have put out.
-- What a grant says is sealed. These columns of it are not, so that its person can be shown a list: which application, since when, for what.

alter table oidc_records add column application_id uuid;
-- What the application may do, as it is written in tokens.
alter table oidc_records add column scope text;
alter table oidc_records add column created_at timestamptz not null default now();
alter table oidc_records alter column created_at drop default;
-- A grant from before is sealed and could not be listed. A list that leaves one out is worse than an application that asks once more.
delete from oidc_records where grant_hash is not null;
alter table oidc_records add foreign key (tenant_id, application_id) references applications on delete cascade;
create index oidc_records_of_an_application on oidc_records (tenant_id, application_id) where application_id is not null;

-- Applications whose access somebody has ended: they get it again only when that person says so.
create table ended_consents (
  tenant_id uuid not null,
  user_id uuid not null,
  application_id uuid not null,
  ended_at timestamptz not null,
  primary key (tenant_id, user_id, application_id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index ended_consents_of_an_application on ended_consents (tenant_id, application_id);
