-- What administrators ask about guests, by index: from which domain, unused since when, whose home is gone, invited by whom.
create index live_guests_by_home on users (tenant_id, (substring(mail_key from '@([^@]*)$')), id)
  where deleted_at is null and user_type = 'Guest' and mail_key is not null;
create index live_users_by_last_use on users (tenant_id, user_type, (coalesce(last_sign_in_at, created_at)), id) where deleted_at is null;
create index live_users_whose_home_is_gone on users (tenant_id, home_deleted_at, id) where deleted_at is null and home_deleted_at is not null;
create index invitations_by_who_invited on invitations (tenant_id, invited_by, user_id) where invited_by is not null;
