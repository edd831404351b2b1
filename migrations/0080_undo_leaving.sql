-- For how many hours whoever left by themselves can undo it by themselves (R142); 0: not at all.
alter table tenants add column undo_leaving_hours integer not null default 72
  constraint leaving_is_undone_within_three_days check (undo_leaving_hours between 0 and 72);
