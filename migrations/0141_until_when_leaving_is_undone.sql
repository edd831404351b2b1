-- Until when somebody who left can undo it by themselves (R142), as it was promised when they left: shortening the hours later takes nothing back. Nothing where somebody else has ended them, or ended for good whom they were there since.
alter table users add column undo_ends_at timestamptz;
comment on column users.undo_ends_at is 'not followed';
update users u set undo_ends_at = least(u.deleted_at + t.undo_leaving_hours * interval '1 hour', u.restorable_until, case when u.user_type = 'Guest' then u.ends_at end)
from tenants t where t.id = u.tenant_id and u.deleted_by_kind = 'self' and u.restorable_until is not null;
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
call follow_changes();
