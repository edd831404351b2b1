-- The directory: organizations, people, and what a person's object in an organization is linked to.
--
-- Every tenant-owned table has tenant_id first in its primary key and in each foreign key, so a row cannot point across tenants.
-- Deleting a user, group or application changes one row (deleted_at); its links stay where they are, so restoring is exact.
-- Read through the live_* views; only the deleted-items code opens deleted_users.

create table tenants (
  id uuid primary key,
  display_name text not null check (length(display_name) between 1 and 256),
  -- Never deleted: a closed organization keeps its name for the people who are still listed in it (R9).
  state text not null default 'active' check (state in ('active', 'suspended', 'closed')),
  created_at timestamptz not null,
  technical_contact text check (length(technical_contact) <= 320),
  privacy_contact text check (length(privacy_contact) <= 320),
  privacy_statement_url text check (length(privacy_statement_url) <= 255 and privacy_statement_url ~ '^https?://'),
  external_users_may_leave boolean not null default true,
  deleted_retention_days integer not null default 30 check (deleted_retention_days between 7 and 90),
  constraint leaving_is_forbidden_only_with_a_privacy_contact check (external_users_may_leave or privacy_contact is not null)
);

create table tenant_domains (
  tenant_id uuid not null references tenants,
  name text not null check (name = lower(name) and length(name) between 1 and 253),
  is_default boolean not null default false,
  verified_at timestamptz,
  primary key (tenant_id, name)
);
create unique index a_verified_domain_has_one_tenant on tenant_domains (name) where verified_at is not null;
create unique index a_tenant_has_one_default_domain on tenant_domains (tenant_id) where is_default;

-- A human. Carries nothing personal: names and addresses live on the user objects, so that erasing those erases the person.
create table persons (
  id uuid primary key,
  home_tenant_id uuid references tenants,
  created_at timestamptz not null
);

-- One way to sign in: issuer and subject, never an e-mail address.
create table identities (
  issuer text not null check (length(issuer) <= 512),
  subject text not null check (length(subject) <= 256),
  person_id uuid not null references persons on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index identities_of_a_person on identities (person_id);

create table users (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid references persons,
  user_type text not null check (user_type in ('Member', 'Guest')),
  account_enabled boolean not null default true,
  disabled_at timestamptz,
  disabled_by uuid,
  display_name text not null check (length(display_name) between 1 and 256),
  given_name text check (length(given_name) <= 64),
  surname text check (length(surname) <= 64),
  user_principal_name text not null check (length(user_principal_name) <= 1024),
  mail text check (length(mail) <= 320),
  mail_nickname text check (length(mail_nickname) <= 64),
  other_mails text[] not null default '{}',
  proxy_addresses text[] not null default '{}',
  job_title text check (length(job_title) <= 128),
  department text check (length(department) <= 64),
  company_name text check (length(company_name) <= 64),
  office_location text check (length(office_location) <= 128),
  mobile_phone text check (length(mobile_phone) <= 64),
  business_phones text[] not null default '{}',
  preferred_language text check (length(preferred_language) <= 35),
  usage_location text check (length(usage_location) <= 2),
  creation_type text,
  external_user_state text check (external_user_state in ('PendingAcceptance', 'Accepted')),
  external_user_state_changed_at timestamptz,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  -- Derived in code from the names, the same way on every store: see kernel/words.ts.
  sort_name text collate "C" not null,
  search_words tsvector not null,
  -- Deletion (R52, R53): written once by the deletion, cleared by the restore.
  deleted_at timestamptz,
  restorable_until timestamptz,
  deleted_by_kind text check (deleted_by_kind in ('self', 'administrator', 'policy', 'operator')),
  deleted_by uuid,
  deletion_event_id uuid,
  original_user_principal_name text,
  hold_reason text check (length(hold_reason) <= 1024),
  held_at timestamptz,
  held_by uuid,
  primary key (tenant_id, id),
  constraint a_deletion_is_complete check (
    (deleted_at is null) = (restorable_until is null)
    and (deleted_at is null) = (deleted_by_kind is null)
    and (deleted_at is null) = (original_user_principal_name is null))
);
create unique index one_live_user_per_name on users (tenant_id, lower(user_principal_name)) where deleted_at is null;
create unique index one_live_user_per_person on users (tenant_id, person_id) where deleted_at is null and person_id is not null;
create index users_of_a_person on users (person_id, tenant_id) where person_id is not null;
create index live_users_by_name on users (tenant_id, sort_name, id) where deleted_at is null;
create index live_users_by_type_and_name on users (tenant_id, user_type, sort_name, id) where deleted_at is null;
create index live_users_by_creation on users (tenant_id, created_at, id) where deleted_at is null;
create index deleted_users_by_date on users (tenant_id, deleted_at, id) where deleted_at is not null;
create index deleted_users_by_name on users (tenant_id, sort_name, id) where deleted_at is not null;
create index deleted_users_by_due_date on users (restorable_until, tenant_id, id) where deleted_at is not null;
create index users_by_search_word on users using gin (search_words);
create index users_by_proxy_address on users using gin (proxy_addresses);

create view live_users as select * from users where deleted_at is null;
create view deleted_users as select * from users where deleted_at is not null;

create table groups (
  tenant_id uuid not null references tenants,
  id uuid not null,
  display_name text not null check (length(display_name) between 1 and 256),
  description text check (length(description) <= 1024),
  mail_nickname text not null check (length(mail_nickname) between 1 and 64),
  is_assignable_to_role boolean not null default false,
  created_at timestamptz not null,
  sort_name text collate "C" not null,
  search_words tsvector not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
create index live_groups_by_name on groups (tenant_id, sort_name, id) where deleted_at is null;
create index deleted_groups_by_date on groups (deleted_at) where deleted_at is not null;
create index groups_by_search_word on groups using gin (search_words);
create view live_groups as select * from groups where deleted_at is null;

create table memberships (
  tenant_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, group_id, user_id),
  foreign key (tenant_id, group_id) references groups on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index memberships_of_a_user on memberships (tenant_id, user_id, group_id);

create table group_owners (
  tenant_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  primary key (tenant_id, group_id, user_id),
  foreign key (tenant_id, group_id) references groups on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index groups_owned_by_a_user on group_owners (tenant_id, user_id, group_id);

create table applications (
  tenant_id uuid not null references tenants,
  id uuid not null,
  app_id uuid not null unique,
  display_name text not null check (length(display_name) between 1 and 256),
  description text check (length(description) <= 1024),
  homepage text check (length(homepage) <= 2048 and homepage ~ '^https?://'),
  created_at timestamptz not null,
  sort_name text collate "C" not null,
  search_words tsvector not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
create index live_applications_by_name on applications (tenant_id, sort_name, id) where deleted_at is null;
create index deleted_applications_by_date on applications (deleted_at) where deleted_at is not null;
create index applications_by_search_word on applications using gin (search_words);
create view live_applications as select * from applications where deleted_at is null;

create table application_owners (
  tenant_id uuid not null,
  application_id uuid not null,
  user_id uuid not null,
  primary key (tenant_id, application_id, user_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index applications_owned_by_a_user on application_owners (tenant_id, user_id, application_id);

-- Each application also has the role of id zero, "Default access", so that every assignment points at a role.
create table app_roles (
  tenant_id uuid not null,
  application_id uuid not null,
  id uuid not null,
  value text check (length(value) <= 250),
  display_name text not null check (length(display_name) between 1 and 256),
  description text check (length(description) <= 1024),
  deleted_at timestamptz,
  primary key (tenant_id, application_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create unique index one_live_app_role_per_value on app_roles (tenant_id, application_id, value) where deleted_at is null and value is not null;

-- "Permissions" in the words of the seed document. The principal is a user or a group.
create table app_role_assignments (
  tenant_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  app_role_id uuid not null,
  user_id uuid,
  group_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id, app_role_id) references app_roles on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, group_id) references groups on delete cascade,
  constraint an_assignment_has_one_principal check ((user_id is null) <> (group_id is null))
);
create unique index a_user_is_assigned_once on app_role_assignments (tenant_id, user_id, application_id, app_role_id) where user_id is not null;
create unique index a_group_is_assigned_once on app_role_assignments (tenant_id, group_id, application_id, app_role_id) where group_id is not null;
create index assignments_of_an_application on app_role_assignments (tenant_id, application_id, id);

-- Directory roles are built in (access/roles.ts); role_id is the template id.
create table role_assignments (
  tenant_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  assigned_at timestamptz not null,
  primary key (tenant_id, user_id, role_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index holders_of_a_role on role_assignments (tenant_id, role_id, user_id);

create table sponsors (
  tenant_id uuid not null,
  user_id uuid not null,
  id uuid not null,
  sponsor_user_id uuid,
  sponsor_group_id uuid,
  primary key (tenant_id, user_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, sponsor_user_id) references users on delete cascade,
  foreign key (tenant_id, sponsor_group_id) references groups on delete cascade,
  constraint a_sponsor_is_a_user_or_a_group check (id = coalesce(sponsor_user_id, sponsor_group_id) and (sponsor_user_id is null) <> (sponsor_group_id is null))
);
create index guests_of_a_sponsor_user on sponsors (tenant_id, sponsor_user_id) where sponsor_user_id is not null;
create index guests_of_a_sponsor_group on sponsors (tenant_id, sponsor_group_id) where sponsor_group_id is not null;

create table managers (
  tenant_id uuid not null,
  user_id uuid not null,
  manager_id uuid not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, manager_id) references users on delete cascade,
  constraint nobody_manages_themselves check (user_id <> manager_id)
);
create index reports_of_a_manager on managers (tenant_id, manager_id, user_id);

-- A guest's request to an organization's administrators (R29, R30, R40).
create table requests (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('removal', 'restore')),
  state text not null default 'open' check (state in ('open', 'done', 'declined')),
  message text check (length(message) <= 1024),
  created_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create unique index one_open_request_per_user_and_kind on requests (tenant_id, user_id, kind) where state = 'open';
create index requests_by_date on requests (tenant_id, state, created_at, id);
create index requests_of_a_user on requests (tenant_id, user_id);

-- Proof of erasure (R84): which object, when due, when done. The id is opaque; nothing else of the person is here.
create table erasures (
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  deleted_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz not null,
  cause text not null check (cause in ('windowEnded', 'administrator', 'operator')),
  event_id uuid not null,
  primary key (tenant_id, user_id)
);
create index erasures_by_date on erasures (tenant_id, done_at, user_id);
