-- Applications and service principals are followed too. A service principal shows much of its registration, so a change of that is one of both; and what an
-- application consists of beside its row, such as its secrets, is told under the name of the table.
comment on column registrations.name_key is 'not followed';
comment on column registrations.sort_name is 'not followed';
comment on column registrations.search_words is 'not followed';
comment on column registrations.restorable_until is 'not followed';
comment on column service_principals.registration_id is 'not followed';
comment on column service_principals.ways_in_version is 'not followed';
comment on column service_principals.restorable_until is 'not followed';

drop procedure follow_changes_of(text, text);

-- `besides` is what a change is followed by in the function that compares: a statement, with `differing` as the columns that differ.
create procedure follow_changes_of(followed text, kind text, besides text) language plpgsql as E'
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
        %5$s
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
    $ends$ else '''' end, kind, besides)\x3b
  execute format(''create or replace trigger %1$s_change after update of %2$s on %1$s for each row execute function %1$s_changed()'', followed, watched)\x3b
  execute format(''create or replace trigger %1$s_come after insert on %1$s referencing new table as come for each statement execute function objects_come(%2$L)'', followed, kind)\x3b
  execute format(''create or replace trigger %1$s_go after delete on %1$s for each row execute function an_object_goes(%2$L)'', followed, kind)\x3b
end';

-- A part of an application comes, changes or goes.
create function a_part_changes() returns trigger language plpgsql as E'
declare
  tenant uuid := case when tg_op = ''DELETE'' then old.tenant_id else new.tenant_id end\x3b
  registration uuid := case when tg_op = ''DELETE'' then old.registration_id else new.registration_id end\x3b
begin
  insert into directory_changes (tenant_id, kind, object_id, what, properties)
  select tenant, ''application'', r.id, ''changed'', array[tg_table_name::text] from registrations r
    where r.tenant_id = tenant and r.id = registration and r.deleted_at is null
  union all select tenant, ''servicePrincipal'', p.id, ''changed'', array[tg_table_name::text] from service_principals p
    where p.tenant_id = tenant and p.registration_id = registration and p.deleted_at is null\x3b
  return null\x3b
end';

create procedure follow_parts_of(followed text) language plpgsql as E'
begin
  execute format(''create or replace trigger %1$s_come_or_go after insert or delete on %1$s for each row execute function a_part_changes()'', followed)\x3b
  execute format(''create or replace trigger %1$s_change after update on %1$s for each row when (old.* is distinct from new.*) execute function a_part_changes()'', followed)\x3b
end';

create or replace procedure follow_changes() language plpgsql as E'
begin
  call follow_changes_of(''users'', ''user'', '''')\x3b
  call follow_changes_of(''groups'', ''group'', '''')\x3b
  call follow_changes_of(''permission_grants'', ''permissionGrant'', '''')\x3b
  call follow_changes_of(''service_principals'', ''servicePrincipal'', '''')\x3b
  call follow_changes_of(''registrations'', ''application'', $x$
    insert into directory_changes (tenant_id, kind, object_id, what, properties)
    select p.tenant_id, ''servicePrincipal'', p.id, ''changed'', differing from service_principals p
    where p.tenant_id = new.tenant_id and p.registration_id = new.id and p.deleted_at is null\x3b$x$)\x3b
  call follow_parts_of(''app_roles'')\x3b
  call follow_parts_of(''application_redirects'')\x3b
  call follow_parts_of(''application_secrets'')\x3b
  call follow_parts_of(''application_keys'')\x3b
  call follow_links_of(''memberships'', ''groups'', ''group'', ''members'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''group_members'', ''groups'', ''group'', ''members'', ''group_id'', $x$case when x.member_group_id is null then ''servicePrincipal'' else ''group'' end$x$, $x$x.id$x$)\x3b
  call follow_links_of(''group_owners'', ''groups'', ''group'', ''owners'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''managers'', ''users'', ''user'', ''manager'', ''user_id'', $x$''user''$x$, $x$x.manager_id$x$)\x3b
  call follow_links_of(''role_assignments'', null, ''directoryRole'', ''members'', ''role_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''application_roles'', null, ''directoryRole'', ''members'', ''role_id'', $x$''servicePrincipal''$x$, $x$x.application_id$x$)\x3b
end';
call follow_changes();
