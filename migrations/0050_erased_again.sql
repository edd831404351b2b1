-- Who was permanently deleted and came back with a backup is erased again, for that reason.
alter table erasures drop constraint erasures_cause_check;
alter table erasures add constraint an_erasure_has_a_cause check (cause in ('windowEnded', 'administrator', 'operator', 'backupRestored'));
-- Erasures are written down outside the store in the order in which they were done, whatever the organization.
create index erasures_in_order on erasures (done_at, user_id);
