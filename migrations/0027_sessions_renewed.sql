-- Signing in again in the same browser renews the session instead of making another one: when, and by what, its person was last asked.

alter table sessions add column authenticated_at timestamptz;
update sessions set authenticated_at = created_at;
alter table sessions alter column authenticated_at set not null;
-- How the person showed who they are; null for sessions from before.
alter table sessions add column method text check (length(method) <= 32);
