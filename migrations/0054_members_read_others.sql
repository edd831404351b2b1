-- Whether people without a role read other users of the organization (R102).
alter table tenants add column members_read_others boolean not null default true;
