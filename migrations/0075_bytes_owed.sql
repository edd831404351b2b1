-- Whoever is removed for good leaves bytes behind in files of the store, where no row shows them any more (R140): rows that are dead, and what was
-- written ahead. Each removal notes that this is owed; a job pays it by writing the tables anew. Rows of this table say nothing of anybody.
create table bytes_owed (
  id bigint generated always as identity primary key,
  owed_at timestamptz not null default clock_timestamp(),
  -- When the job saw it, and which transactions ran then: until they have ended, what was removed may still be read.
  seen_at timestamptz,
  waits_for text[],
  -- Everything was written anew by then: what stands in the write-ahead log before here is old.
  rewritten_to pg_lsn
);
comment on table bytes_owed is 'zone: installation';

-- When each table was written anew last, and how long nobody could read it.
create table rewrites (
  relation text primary key,
  began_at timestamptz not null,
  took_ms integer not null,
  refused text constraint a_rewrite_is_refused_for_a_reason check (refused in ('busy', 'tooLong', 'notAllowed'))
);
comment on table rewrites is 'zone: installation';

-- Whatever removes users, one statement owes once.
create function bytes_of_the_gone_are_owed() returns trigger language plpgsql as E'
begin
  if exists (select 1 from gone) then insert into bytes_owed default values\x3b end if\x3b
  return null\x3b
end';
create trigger bytes_of_the_gone_are_owed after delete on users
  referencing old table as gone for each statement execute function bytes_of_the_gone_are_owed();
-- Whose rows are gone already has left bytes too.
insert into bytes_owed default values;
