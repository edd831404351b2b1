-- The zone of each table: what leads its key, and so where its rows stand once the store is spread over several machines.
--   tenant        an organization's own: its id leads the primary key, every unique index and every reference between such tables
--   person        what is a person's in all organizations, found without naming one
--   installation  what belongs to nobody, or is asked for before it is known to whom it belongs
comment on table app_role_assignments is 'zone: tenant';
comment on table app_roles is 'zone: tenant';
comment on table application_owners is 'zone: tenant';
comment on table application_redirects is 'zone: tenant';
comment on table application_secrets is 'zone: tenant';
comment on table applications is 'zone: tenant';
comment on table authenticators is 'zone: tenant';
comment on table automatic_redemptions is 'zone: tenant';
comment on table ended_consents is 'zone: tenant';
comment on table erasures is 'zone: tenant';
comment on table events is 'zone: tenant';
comment on table group_owners is 'zone: tenant';
comment on table groups is 'zone: tenant';
comment on table identity_providers is 'zone: tenant';
comment on table invitation_links is 'zone: tenant';
comment on table invitation_refusals is 'zone: tenant';
comment on table invitations is 'zone: tenant';
comment on table local_credentials is 'zone: tenant';
comment on table mail_outcomes is 'zone: tenant';
comment on table managers is 'zone: tenant';
comment on table memberships is 'zone: tenant';
comment on table oidc_records is 'zone: tenant';
comment on table oidc_sign_ons is 'zone: tenant';
comment on table password_links is 'zone: tenant';
comment on table recovery_codes is 'zone: tenant';
comment on table requests is 'zone: tenant';
comment on table role_assignments is 'zone: tenant';
comment on table scope_agreements is 'zone: tenant';
comment on table signing_keys is 'zone: tenant';
comment on table sponsors is 'zone: tenant';
comment on table tenant_sessions is 'zone: tenant';
comment on table tenants is 'zone: tenant';
comment on table users is 'zone: tenant';
comment on table ways_in is 'zone: tenant';
comment on table homes_gone is 'zone: person';
comment on table identities is 'zone: person';
comment on table known_browsers is 'zone: person';
comment on table passkeys is 'zone: person';
comment on table persons is 'zone: person';
comment on table sessions is 'zone: person';
comment on table email_codes is 'zone: installation';
comment on table installation is 'zone: installation';
comment on table invitation_quotas is 'zone: installation';
comment on table mails is 'zone: installation';
comment on table migrations is 'zone: installation';
comment on table provider_answers is 'zone: installation';
comment on table setup_links is 'zone: installation';
comment on table sign_in_throttles is 'zone: installation';
comment on table spent_challenges is 'zone: installation';
comment on table tenant_domains is 'zone: installation';

-- Keys of an organization's tables begin with it. Hashes of secrets and ids that we make are one of their kind without being compared with all others.
alter table applications drop constraint applications_app_id_key;
create unique index an_application_has_its_own_app_id on applications (tenant_id, app_id);
create index applications_by_app_id on applications (app_id);
alter table identity_providers drop constraint identity_providers_id_key;
alter table password_links drop constraint password_links_token_hash_key;
create index password_links_by_token on password_links (token_hash);
alter table invitation_links drop constraint invitation_links_token_hash_key;
create index invitation_links_by_token on invitation_links (token_hash);
alter table automatic_redemptions drop constraint automatic_redemptions_partner_tenant_id_fkey;
