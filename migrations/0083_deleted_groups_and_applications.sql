-- Deleted groups and applications are restored and permanently deleted as users are: within a window that is fixed when they are deleted, and is
-- the organization's. The last day of it is written down, so that a change of the period holds for later deletions only (R52, R53, R55).
alter table groups add column restorable_until timestamptz;
alter table applications add column restorable_until timestamptz;
update groups g set restorable_until = g.deleted_at + t.deleted_retention_days * interval '24 hours' from tenants t where t.id = g.tenant_id and g.deleted_at is not null;
update applications a set restorable_until = a.deleted_at + t.deleted_retention_days * interval '24 hours' from tenants t where t.id = a.tenant_id and a.deleted_at is not null;

create or replace view live_groups as select * from groups where deleted_at is null;
create or replace view live_applications as select * from applications where deleted_at is null;
create view deleted_groups as select * from groups where deleted_at is not null;
create view deleted_applications as select * from applications where deleted_at is not null;

drop index deleted_groups_by_date;
drop index deleted_applications_by_date;
create index deleted_groups_by_date on groups (tenant_id, deleted_at, id) where deleted_at is not null;
create index deleted_applications_by_date on applications (tenant_id, deleted_at, id) where deleted_at is not null;
create index deleted_groups_by_name on groups (tenant_id, sort_name, id) where deleted_at is not null;
create index deleted_applications_by_name on applications (tenant_id, sort_name, id) where deleted_at is not null;
create index deleted_groups_by_due_date on groups (restorable_until, tenant_id, id) where deleted_at is not null;
create index deleted_applications_by_due_date on applications (restorable_until, tenant_id, id) where deleted_at is not null;
