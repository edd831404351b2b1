-- The domain that an organization was made with, which it keeps, and the one that new users get, which can be another.
alter table tenant_domains add column is_initial boolean not null default false;
update tenant_domains set is_initial = true where is_default;
create unique index a_tenant_has_one_initial_domain on tenant_domains (tenant_id) where is_initial;
