-- What changes in a directory, in the order in which it was committed, for whoever keeps a copy of it (delta): ids and names of columns, and nothing that
-- they say. Triggers write it, so that no door can forget: a change and its row commit together. A number is given afterwards, by one at a time for each
-- organization, to what has committed; so what commits late stands after all that anybody has read.

create table directory_feeds (
  tenant_id uuid primary key references tenants,
  -- Numbers mean something within it alone: a store that came out of a backup begins another one.
  epoch uuid not null default gen_random_uuid(),
  last_sequence bigint not null default 0,
  -- What was forgotten with time ends here.
  forgotten_to bigint not null default 0
);
comment on table directory_feeds is 'zone: tenant';

-- Without references: the row of an end outlives what has ended.
create table directory_changes (
  tenant_id uuid not null,
  id bigint generated always as identity,
  sequence bigint,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  object_id uuid not null,
  what text not null check (what in ('made', 'changed', 'deleted', 'restored', 'purged', 'linked', 'unlinked')),
  -- Of a link: what it is, and its other end.
  link text,
  other_kind text,
  other_id uuid,
  -- Of a change: the columns that differ.
  properties text[],
  primary key (tenant_id, id)
);
comment on table directory_changes is 'zone: tenant';
create index directory_changes_in_order on directory_changes (tenant_id, kind, sequence) where sequence is not null;
create index directory_changes_waiting on directory_changes (tenant_id, id) where sequence is null;
alter table directory_changes set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500);

create function objects_come() returns trigger language plpgsql as E'
begin
  insert into directory_changes (tenant_id, kind, object_id, what) select tenant_id, tg_argv[0], id, ''made'' from come\x3b
  return null\x3b
end';

create function an_object_goes() returns trigger language plpgsql as E'
begin
  insert into directory_changes (tenant_id, kind, object_id, what) values (old.tenant_id, tg_argv[0], old.id, ''purged'')\x3b
  return null\x3b
end';

-- Writes the function that compares each column of a table which is not marked, as its comment, as not followed; and sees to it that it is called.
create procedure follow_changes_of(followed text, kind text) language plpgsql as E'
declare
  columns text[] := array(select a.attname::text from pg_attribute a where a.attrelid = followed::regclass and a.attnum > 0 and not a.attisdropped
    and a.attname not in (''tenant_id'', ''id'', ''deleted_at'') and col_description(a.attrelid, a.attnum) is distinct from ''not followed'' order by a.attnum)\x3b
  is_deletable boolean := exists (select 1 from pg_attribute a where a.attrelid = followed::regclass and a.attname = ''deleted_at'' and not a.attisdropped)\x3b
  compared text := (select string_agg(format(''case when new.%1$I is distinct from old.%1$I then %1$L end'', c), '', '') from unnest(columns) c)\x3b
  watched text := (select string_agg(format(''%I'', c), '', '') from unnest(columns || case when is_deletable then array[''deleted_at''] end) c)\x3b
begin
  execute format($make$
    create or replace function %1$s_changed() returns trigger language plpgsql as $body$
    declare
      happened text := ''changed''\x3b
      differing text[]\x3b
    begin
      %3$s
      if happened = ''changed'' then
        differing := array_remove(array[%2$s]::text[], null)\x3b
        if cardinality(differing) = 0 then return null\x3b end if\x3b
      end if\x3b
      insert into directory_changes (tenant_id, kind, object_id, what, properties) values (new.tenant_id, %4$L, new.id, happened, differing)\x3b
      return null\x3b
    end $body$
  $make$, followed, compared,
    case when is_deletable then $ends$
      if old.deleted_at is null then
        if new.deleted_at is not null then happened := ''deleted''\x3b end if\x3b
      elsif new.deleted_at is null then
        happened := ''restored''\x3b
      else
        return null\x3b
      end if\x3b
    $ends$ else '''' end, kind)\x3b
  execute format(''create or replace trigger %1$s_change after update of %2$s on %1$s for each row execute function %1$s_changed()'', followed, watched)\x3b
  execute format(''create or replace trigger %1$s_come after insert on %1$s referencing new table as come for each statement execute function objects_come(%2$L)'', followed, kind)\x3b
  execute format(''create or replace trigger %1$s_go after delete on %1$s for each row execute function an_object_goes(%2$L)'', followed, kind)\x3b
end';

-- The same of a table of links. Of a row x, `holder` is the column with whose link it is, and the last two say what it leads to. What goes with its holder is not told.
create procedure follow_links_of(followed text, holders text, kind text, link text, holder text, other_kind text, other_id text) language plpgsql as E'
declare
  columns constant text := ''insert into directory_changes (tenant_id, kind, object_id, what, link, other_kind, other_id)''\x3b
  -- The columns of the row before it was changed, or after.
  before_kind text := replace(other_kind, ''x.'', ''old.'')\x3b
  before_id text := replace(other_id, ''x.'', ''old.'')\x3b
  after_kind text := replace(other_kind, ''x.'', ''new.'')\x3b
  after_id text := replace(other_id, ''x.'', ''new.'')\x3b
  is_there text := case when holders is null then ''true'' else format(''exists (select 1 from %I h where h.tenant_id = old.tenant_id and h.id = old.%I)'', holders, holder) end\x3b
begin
  execute format($make$
    create or replace function %1$s_came() returns trigger language plpgsql as $body$
    begin
      %2$s select x.tenant_id, %3$L, x.%4$I, ''linked'', %5$L, %6$s, %7$s from come x\x3b
      return null\x3b
    end $body$
  $make$, followed, columns, kind, holder, link, other_kind, other_id)\x3b
  execute format($make$
    create or replace function %1$s_went() returns trigger language plpgsql as $body$
    begin
      if %8$s then
        %2$s values (old.tenant_id, %3$L, old.%4$I, ''unlinked'', %5$L, %6$s, %7$s)\x3b
      end if\x3b
      return null\x3b
    end $body$
  $make$, followed, columns, kind, holder, link, before_kind, before_id, is_there)\x3b
  execute format($make$
    create or replace function %1$s_moved() returns trigger language plpgsql as $body$
    begin
      %2$s values (old.tenant_id, %3$L, old.%4$I, ''unlinked'', %5$L, %6$s, %7$s), (new.tenant_id, %3$L, new.%4$I, ''linked'', %5$L, %8$s, %9$s)\x3b
      return null\x3b
    end $body$
  $make$, followed, columns, kind, holder, link, before_kind, before_id, after_kind, after_id)\x3b
  execute format(''create or replace trigger %1$s_come after insert on %1$s referencing new table as come for each statement execute function %1$s_came()'', followed)\x3b
  execute format(''create or replace trigger %1$s_go after delete on %1$s for each row execute function %1$s_went()'', followed)\x3b
  execute format(''create or replace trigger %1$s_move after update on %1$s for each row execute function %1$s_moved()'', followed)\x3b
end';

-- What nobody is told of: when something was used last, what is counted, what others are made from or made of, and how an end stands.
comment on column users.disabled_at is 'not followed';
comment on column users.disabled_by is 'not followed';
comment on column users.last_sign_in_at is 'not followed';
comment on column users.sort_name is 'not followed';
comment on column users.search_words is 'not followed';
comment on column users.name_key is 'not followed';
comment on column users.mail_key is 'not followed';
comment on column users.other_mail_keys is 'not followed';
comment on column users.restorable_until is 'not followed';
comment on column users.deleted_by_kind is 'not followed';
comment on column users.deleted_by is 'not followed';
comment on column users.deletion_event_id is 'not followed';
comment on column users.original_user_principal_name is 'not followed';
comment on column users.hold_reason is 'not followed';
comment on column users.held_at is 'not followed';
comment on column users.held_by is 'not followed';
comment on column users.without_home_until is 'not followed';
comment on column users.ever_accepted is 'not followed';
comment on column users.end_notice_for is 'not followed';
comment on column users.end_notices is 'not followed';
comment on column users.attested_at is 'not followed';
comment on column users.lifecycle_from is 'not followed';
comment on column users.disabled_by_policy is 'not followed';
comment on column users.has_sponsor is 'not followed';
comment on column groups.sort_name is 'not followed';
comment on column groups.search_words is 'not followed';
comment on column groups.restorable_until is 'not followed';

-- A migration that gives one of these tables a column calls it again.
create procedure follow_changes() language plpgsql as E'
begin
  call follow_changes_of(''users'', ''user'')\x3b
  call follow_changes_of(''groups'', ''group'')\x3b
  call follow_links_of(''memberships'', ''groups'', ''group'', ''members'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''group_members'', ''groups'', ''group'', ''members'', ''group_id'', $x$case when x.member_group_id is null then ''servicePrincipal'' else ''group'' end$x$, $x$x.id$x$)\x3b
  call follow_links_of(''group_owners'', ''groups'', ''group'', ''owners'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''managers'', ''users'', ''user'', ''manager'', ''user_id'', $x$''user''$x$, $x$x.manager_id$x$)\x3b
end';
call follow_changes();
