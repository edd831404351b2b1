-- Names and addresses are compared by keys that the code makes (kernel/principal-name.ts, kernel/address.ts), the same on every server: the
-- database's lower() folds by its locale. What is written in printable ASCII gets its key here, where it is exact; for the rest the step of
-- this migration does (store/keys-of-names.ts).

alter table users add column name_key text collate "C";
alter table users add column mail_key text collate "C";
alter table users add column other_mail_keys text[] not null default '{}';
alter table invitations add column address_key text collate "C";
-- A mail that is waiting now keeps none: it is gone within days.
alter table mails add column recipient_key text collate "C";
alter table applications add column name_key text collate "C";

-- The key of a deleted user is that of its original name.
update users set name_key = translate(coalesce(original_user_principal_name, user_principal_name), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
  where coalesce(original_user_principal_name, user_principal_name) collate "C" ~ '^[!-~]+$';
update users set mail_key = translate(mail, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') where mail collate "C" ~ '^[!-~]+$';
update users set other_mail_keys = array(select translate(o.mail, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') from unnest(other_mails) with ordinality as o(mail, n) order by o.n)
  where cardinality(other_mails) > 0 and array_to_string(other_mails, '') collate "C" ~ '^[!-~]+$';
update invitations set address_key = address where address collate "C" ~ '^[!-~]+$';
update applications set name_key = translate(display_name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') where display_name collate "C" ~ '^[ -~]+$';

alter table invitations drop constraint invitations_address_check;
alter table invitations add constraint an_address_fits check (length(address) <= 320);
alter table tenant_domains drop constraint tenant_domains_name_check;
alter table tenant_domains add constraint a_domain_is_in_letters_of_dns check (name collate "C" ~ '^[a-z0-9.-]{1,253}$');
