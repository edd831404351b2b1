-- Orders and filters of the lists, each served by an index (docs/performance.md), and room for the id that a deletion puts before a name (R63).

create index live_users_by_principal_name on users (tenant_id, (lower(user_principal_name) collate "C"), id) where deleted_at is null;
create index deleted_users_by_principal_name on users (tenant_id, (lower(original_user_principal_name) collate "C"), id) where deleted_at is not null;
create index disabled_users_by_name on users (tenant_id, sort_name, id) where deleted_at is null and not account_enabled;
create index pending_users_by_name on users (tenant_id, sort_name, id) where deleted_at is null and external_user_state = 'PendingAcceptance';
create index events_by_related on events (tenant_id, related_id, at desc, id desc) where related_id is not null;
create index erasures_by_deletion on erasures (tenant_id, deleted_at, user_id);

alter table users drop constraint users_user_principal_name_check;
alter table users add constraint a_name_has_room_for_its_id check (length(user_principal_name) <= 1056);
