-- An application is told of the end also of somebody who is permanently deleted before it was: what the message says stands with the sign-on,
-- and the row outlives the user. Nothing in it is personal: `subject` is the opaque name that this application alone knows somebody by.

alter table oidc_sign_ons add column subject text check (length(subject) <= 64);
alter table oidc_sign_ons alter column user_id drop not null;
alter table oidc_sign_ons drop constraint oidc_sign_ons_tenant_id_user_id_fkey;
alter table oidc_sign_ons add constraint a_sign_on_outlives_its_user
  foreign key (tenant_id, user_id) references users on delete set null (user_id);
