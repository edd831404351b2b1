-- What guests see of the organization (R102).
alter table tenants add column guest_level text not null default 'limited' check (guest_level in ('asMembers', 'limited', 'restricted'));
