-- Whether the person themselves has asked, signed in or by an address that nobody else has named: their yes to be restored (R127), and theirs alone to take back (R31). Of requests from before it is not known.
alter table requests add column by_person boolean not null default false;
