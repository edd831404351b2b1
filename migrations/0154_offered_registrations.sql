-- Which registrations organizations may use beside their own: told here alone, for who takes one up and for who uses it.
create view offered_registrations as
  select r.tenant_id, r.id from registrations r join tenants h on h.id = r.tenant_id
  where r.deleted_at is null and not r.is_disabled and r.audience = 'AzureADMultipleOrgs' and h.state = 'active';

create or replace view applications as
  select p.tenant_id, p.id, p.home_tenant_id, p.registration_id, r.app_id, r.display_name, p.description, r.description as registered_description, r.homepage,
    p.created_at, r.name_key, r.sort_name,
    case when p.home_tenant_id = p.tenant_id then r.search_words
      else array_to_tsvector(array(select p.tenant_id || substr(word, 37) from unnest(tsvector_to_array(r.search_words)) word)) end as search_words,
    r.asked_scopes, r.asked_roles, r.pkce_required, r.works_while_away, r.group_claims, r.audience, r.is_disabled,
    p.account_enabled, p.assignment_required, p.ways_in_version, p.kept, r.kept as registered,
    p.account_enabled and case when p.home_tenant_id = p.tenant_id then not r.is_disabled and r.deleted_at is null
      else exists (select 1 from offered_registrations o where o.tenant_id = r.tenant_id and o.id = r.id) end as works,
    p.deleted_at, p.restorable_until
  from service_principals p join registrations r on r.tenant_id = p.home_tenant_id and r.id = p.registration_id;
