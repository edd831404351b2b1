-- Lists are in the order of names, and found by words that begin with the organization in which they are looked for. Both are the registration's, which may
-- stand in another organization; so each service principal has them too, and a page reads about a page.
alter table service_principals add column sort_name text collate "C";
alter table service_principals add column search_words tsvector;
comment on column service_principals.sort_name is 'not followed';
comment on column service_principals.search_words is 'not followed';

create function words_in(tenant uuid, words tsvector) returns tsvector immutable language sql as
  E'select array_to_tsvector(array(select tenant || substr(word, 37) from unnest(tsvector_to_array(words)) word))';

update service_principals p set sort_name = r.sort_name, search_words = words_in(p.tenant_id, r.search_words)
from registrations r where r.tenant_id = p.home_tenant_id and r.id = p.registration_id;
alter table service_principals alter column sort_name set not null;
alter table service_principals alter column search_words set not null;
create index live_service_principals_by_name on service_principals (tenant_id, sort_name, id) where deleted_at is null;
create index deleted_service_principals_by_name on service_principals (tenant_id, sort_name, id) where deleted_at is not null;
create index service_principals_by_search_word on service_principals using gin (search_words);

-- Held against a name that changes at the same moment.
create function a_service_principal_is_named() returns trigger language plpgsql as E'
begin
  select r.sort_name, words_in(new.tenant_id, r.search_words) into new.sort_name, new.search_words
  from registrations r where r.tenant_id = new.home_tenant_id and r.id = new.registration_id for share\x3b
  return new\x3b
end';
create trigger a_service_principal_is_named before insert or update of home_tenant_id, registration_id on service_principals
  for each row execute function a_service_principal_is_named();

create function service_principals_are_renamed() returns trigger language plpgsql as E'
begin
  update service_principals p set sort_name = new.sort_name, search_words = words_in(p.tenant_id, new.search_words)
  where p.home_tenant_id = new.tenant_id and p.registration_id = new.id\x3b
  return null\x3b
end';
create trigger service_principals_are_renamed after update of sort_name, search_words on registrations for each row
  when ((old.sort_name, old.search_words) is distinct from (new.sort_name, new.search_words)) execute function service_principals_are_renamed();

create or replace view applications as
  select p.tenant_id, p.id, p.home_tenant_id, p.registration_id, r.app_id, r.display_name, p.description, r.description as registered_description, r.homepage,
    p.created_at, r.name_key, p.sort_name, p.search_words,
    r.asked_scopes, r.asked_roles, r.pkce_required, r.works_while_away, r.group_claims, r.audience, r.is_disabled,
    p.account_enabled, p.assignment_required, p.ways_in_version, p.kept, r.kept as registered,
    p.account_enabled and case when p.home_tenant_id = p.tenant_id then not r.is_disabled and r.deleted_at is null
      else exists (select 1 from offered_registrations o where o.tenant_id = r.tenant_id and o.id = r.id) end as works,
    p.deleted_at, p.restorable_until
  from service_principals p join registrations r on r.tenant_id = p.home_tenant_id and r.id = p.registration_id;
