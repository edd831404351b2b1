-- Which external provider somebody came by when they were given something: it ends with the trust in that provider, however long it was to last.
alter table oidc_records add column provider_id uuid;
create index oidc_records_by_provider on oidc_records (provider_id) where provider_id is not null;
