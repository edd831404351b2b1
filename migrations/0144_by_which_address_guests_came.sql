-- The address, as a key, that a guest was made with, whatever an administrator writes into their profile later: where there is no invitation, whoever proves it is the guest (R30, R107). Of guests from before it is known as far as nobody has changed their mail.
alter table users add column first_mail_key text;
comment on column users.first_mail_key is 'not followed';
update users u set first_mail_key = u.mail_key
where u.creation_type = 'Invitation' and u.mail_key is not null
  and not exists (select 1 from events e where e.tenant_id = u.tenant_id and e.target_id = u.id and e.details -> 'properties' ? 'mail');
create index users_by_first_mail on users (first_mail_key) where first_mail_key is not null;
create index invitations_by_key on invitations (address_key);
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
call follow_changes();
