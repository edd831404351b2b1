-- What the home of a guest sees and is told, and what it tells (R141): nothing before everybody concerned has agreed.
-- As an organization with guests: whether their homes may know of them, those who agree.
alter table tenants add column names_guests_to_homes boolean not null default false;
-- As a home: whether organizations that name its people to it see that an account is disabled here.
alter table tenants add column tells_of_disabling boolean not null default false;

-- Guests who have agreed that their home sees where they are a guest. Of another home than that one nothing is agreed.
create table shown_at_home (
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  home_tenant_id uuid not null,
  agreed_at timestamptz not null,
  primary key (tenant_id, user_id),
  constraint who_is_shown_at_home_is_a_user foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on table shown_at_home is 'zone: tenant';
create index shown_at_home_by_home on shown_at_home (home_tenant_id, agreed_at, user_id);
