-- Whoever leaves several organizations at once has one receipt of all: those that were written together have one reference more, the same for all of them.

alter table receipts add column together_id uuid;
create index receipts_together on receipts (together_id) where together_id is not null;
