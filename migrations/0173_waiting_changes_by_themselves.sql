-- What waits for its number is found where nothing else is, whatever the planner believes of how much waits: in this order only this index has them.
drop index directory_changes_waiting;
create index directory_changes_waiting on directory_changes (tenant_id, (id + 0)) where sequence is null;
