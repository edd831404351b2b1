-- For how many days records of signing in, and all other entries of the audit log, are kept (R143); and after how many an invited guest who never
-- came is removed, counted from the end of their invitation (R144). The bounds stand in src/kernel/kept-days.ts too.

alter table tenants add column sign_in_records_days integer not null default 180
  constraint sign_in_records_are_kept_a_month_at_least check (sign_in_records_days between 30 and 730);
alter table tenants add column audit_records_days integer not null default 730
  constraint audit_records_are_kept_two_years_at_least check (audit_records_days between 730 and 3650);
alter table tenants add column unaccepted_guests_days integer not null default 30
  constraint who_never_came_is_kept_for_a_while_at_most check (unaccepted_guests_days between 0 and 90);

-- Each organization has a period of its own now, and its log has an index by activity.
drop index sign_in_events_by_date;
create index invitations_by_end on invitations (least(coalesce(revoked_at, expires_at), expires_at)) where accepted_at is null;
