-- Ways in, and the height that they were made at (R49).

-- Counted up whenever somebody could get at what people give an application: its scopes or where it sends people. What people agreed to before
-- is asked again.
alter table applications add column ways_in_version integer not null default 0;
create or replace view live_applications as select * from applications where deleted_at is null;

-- That somebody has agreed to an application with scopes of the directory, and to which version of its ways in.
create table scope_agreements (
  tenant_id uuid not null,
  user_id uuid not null,
  application_id uuid not null,
  ways_in_version integer not null,
  agreed_at timestamptz not null,
  primary key (tenant_id, user_id, application_id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index scope_agreements_of_an_application on scope_agreements (tenant_id, application_id);

-- What others did so that somebody comes in as this user: a link, an invitation, a tie, a reset. With the roles that they held at that moment,
-- so that it is judged again when it is used, and ends when the user rises above them.
create table ways_in (
  tenant_id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('passwordLink', 'tie', 'invitation', 'reset', 'address')),
  made_by uuid not null,
  made_with_roles text[] not null,
  made_at timestamptz not null,
  primary key (tenant_id, user_id, kind, made_by),
  foreign key (tenant_id, user_id) references users on delete cascade
);
