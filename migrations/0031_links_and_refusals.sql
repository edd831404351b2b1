-- An invitation has one owner, message and redirect, and as many links as were handed out: somebody else's link takes nothing from it.
-- A link stays after its use, so that whoever may know hears what became of it.

create table invitation_links (
  tenant_id uuid not null,
  token_hash bytea not null unique,
  invitation_id uuid not null,
  made_at timestamptz not null,
  -- A newer one has taken its place.
  replaced_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, invitation_id) references invitations on delete cascade
);
create index links_of_an_invitation on invitation_links (tenant_id, invitation_id);
insert into invitation_links (tenant_id, token_hash, invitation_id, made_at)
  select tenant_id, token_hash, id, coalesce(sent_at, created_at) from invitations where token_hash is not null;
alter table invitations drop column token_hash;

-- A refusal is the person's, under whichever name (R132). The digest stays when the person is erased: who refused is not asked again.
alter table invitation_refusals add column id uuid not null default gen_random_uuid();
alter table invitation_refusals alter column id drop default;
alter table invitation_refusals add column person_id uuid references persons on delete set null;
create index refusals_of_a_person on invitation_refusals (person_id, tenant_id) where person_id is not null;
create index refusals_by_digest on invitation_refusals (address_digest);
