-- Each row has its key now. Of two live users whose names are one by their keys but were two by the database's locale, the older keeps it; the
-- other is reached by its id until it gets another name.

update users u set name_key = u.name_key || ' ' || u.id from (
    select tenant_id, id, row_number() over (partition by tenant_id, name_key order by created_at, id) as place from users where deleted_at is null) d
  where d.tenant_id = u.tenant_id and d.id = u.id and d.place > 1;

alter table users alter column name_key set not null;
alter table invitations alter column address_key set not null;
alter table applications alter column name_key set not null;

drop index one_live_user_per_name;
create unique index one_live_user_per_name on users (tenant_id, name_key) where deleted_at is null;
drop index live_users_by_principal_name;
create index live_users_by_principal_name on users (tenant_id, name_key, id) where deleted_at is null;
drop index deleted_users_by_principal_name;
create index deleted_users_by_principal_name on users (tenant_id, name_key, id) where deleted_at is not null;
drop index users_by_mail;
create index users_by_mail on users (tenant_id, mail_key) where mail_key is not null;
create index users_by_other_mail on users using gin (other_mail_keys);
create index invitations_by_address on invitations (tenant_id, address_key);

create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
create or replace view live_applications as select * from applications where deleted_at is null;
