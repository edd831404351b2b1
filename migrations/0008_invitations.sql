-- Invitations. The guest's user exists at once, not redeemed; the invitation beside it is the link that redeems it.

alter table tenants add column allow_invites_from text not null default 'everyone'
  check (allow_invites_from in ('none', 'adminsAndGuestInviters', 'adminsGuestInvitersAndAllMembers', 'everyone'));
-- Either an allow list or a block list, never both (R95).
alter table tenants add column invitation_domain_rule text not null default 'none' check (invitation_domain_rule in ('none', 'allow', 'block'));
alter table tenants add column invitation_domains text[] not null default '{}';
alter table tenants add column invitation_lifetime_days integer not null default 30 check (invitation_lifetime_days between 1 and 90);

-- A tenant that redeems for people of another, or whose people are redeemed elsewhere, without asking. Needed on both sides (R98).
create table automatic_redemptions (
  tenant_id uuid not null references tenants,
  partner_tenant_id uuid not null references tenants,
  primary key (tenant_id, partner_tenant_id)
);

create table invitations (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  -- Lower case: what the link is bound to.
  address text not null check (address = lower(address) and length(address) <= 320),
  -- Gone when the invitation is accepted, revoked or replaced: a link works once.
  token_hash bytea unique,
  redirect_url text not null check (length(redirect_url) <= 2048 and redirect_url ~ '^https?://'),
  message text check (length(message) <= 2000),
  language text check (length(language) <= 35),
  invited_by uuid,
  created_at timestamptz not null,
  sent_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create unique index one_invitation_per_user on invitations (tenant_id, user_id);
create index invitations_by_date on invitations (tenant_id, created_at, id);

-- Who wants no more invitations from an organization (R37). A keyed digest: no address can be read here.
create table invitation_refusals (
  tenant_id uuid not null references tenants,
  address_digest bytea not null,
  refused_at timestamptz not null,
  primary key (tenant_id, address_digest)
);

create index users_by_mail on users (tenant_id, lower(mail)) where mail is not null;
