-- Users by when they were last active, of each type; those of whom nothing is recorded stand together at the end.
create index live_users_by_last_activity on users (tenant_id, user_type, last_sign_in_at, id) where deleted_at is null;
