-- The issuer of people: signs in persons rather than users, for the account API. It stands beside the organizations as a tenant that is
-- none: nobody is a user there, and no list shows it. Its records end with the person's own session.

alter table tenants drop constraint tenants_state_check;
alter table tenants add constraint tenants_state_check check (state in ('active', 'suspended', 'closed', 'issuer'));
insert into tenants (id, display_name, state, created_at)
  values ('00000000-0000-4000-8000-000000000001', 'Guesthouse', 'issuer', timestamptz '2026-11-24 00:00:00Z');

alter table oidc_records add column person_session_id uuid references sessions on delete cascade;
create index oidc_records_of_a_person_session on oidc_records (person_session_id) where person_session_id is not null;
