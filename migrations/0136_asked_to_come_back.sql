-- Who has left, or refuses to come back, and was restored is asked first, where the organization
-- wants it so. Until they say yes what ended them stands: by its receipt, and with what they were.

alter table users add column left_event_id uuid;
alter table users add column left_by_kind text;
alter table users add column left_state text;
alter table users add column left_state_changed_at timestamptz;
comment on column users.left_event_id is 'not followed';
comment on column users.left_by_kind is 'not followed';
comment on column users.left_state is 'not followed';
comment on column users.left_state_changed_at is 'not followed';
alter table users add constraint who_is_asked_to_come_back_is_invited check (
  left_event_id is null or (deleted_at is null and external_user_state = 'PendingAcceptance'));
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
create index users_asked_to_come_back on users (tenant_id, id) where left_event_id is not null;
call follow_changes();

update users u set left_event_id = r.id, left_by_kind = 'self', left_state = 'Accepted'
from receipts r
where r.tenant_id = u.tenant_id and r.user_id = u.id and r.kind in ('left', 'declined')
  and r.restored_at = u.external_user_state_changed_at and r.erased_at is null
  and u.deleted_at is null and u.ever_accepted and u.external_user_state = 'PendingAcceptance';
