-- For which day whoever asked to be removed was told last: they hear of another one. Null where no day was told.
alter table requests add column told_due_at timestamptz;
update requests set told_due_at = due_at where kind = 'removal' and state = 'open';
