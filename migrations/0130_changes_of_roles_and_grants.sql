-- Who holds a directory role, and what applications may do for people, are followed too. A directory role is no row: it has members and does not change.
comment on column permission_grants.agreed_version is 'not followed';
comment on column permission_grants.agreed_at is 'not followed';
comment on column permission_grants.created_at is 'not followed';

create or replace procedure follow_changes() language plpgsql as E'
begin
  call follow_changes_of(''users'', ''user'')\x3b
  call follow_changes_of(''groups'', ''group'')\x3b
  call follow_changes_of(''permission_grants'', ''permissionGrant'')\x3b
  call follow_links_of(''memberships'', ''groups'', ''group'', ''members'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''group_members'', ''groups'', ''group'', ''members'', ''group_id'', $x$case when x.member_group_id is null then ''servicePrincipal'' else ''group'' end$x$, $x$x.id$x$)\x3b
  call follow_links_of(''group_owners'', ''groups'', ''group'', ''owners'', ''group_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''managers'', ''users'', ''user'', ''manager'', ''user_id'', $x$''user''$x$, $x$x.manager_id$x$)\x3b
  call follow_links_of(''role_assignments'', null, ''directoryRole'', ''members'', ''role_id'', $x$''user''$x$, $x$x.user_id$x$)\x3b
  call follow_links_of(''application_roles'', null, ''directoryRole'', ''members'', ''role_id'', $x$''servicePrincipal''$x$, $x$x.application_id$x$)\x3b
end';
call follow_changes();
