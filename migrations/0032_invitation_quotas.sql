-- How many invitations somebody, an organization, and a mailbox have had since the window began. The key is a keyed digest: nobody can be read here.

create table invitation_quotas (
  key bytea primary key,
  count integer not null,
  since timestamptz not null
);
create index invitation_quotas_by_date on invitation_quotas (since);
