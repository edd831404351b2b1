-- Organizations in which nobody is but the synthetic guest that measures how soon who has left is refused everywhere: their log is no evidence of anything, so it is
-- not chained, and removed when it has been measured.
alter table tenants add column is_probe boolean not null default false;
comment on column tenants.is_probe is 'not followed';
