-- Groups and applications in groups, and applications that own them; people stand in memberships and group_owners.
create table group_members (
  tenant_id uuid not null,
  group_id uuid not null,
  -- That of the one or of the other.
  id uuid not null,
  member_group_id uuid,
  application_id uuid,
  added_at timestamptz not null,
  primary key (tenant_id, group_id, id),
  foreign key (tenant_id, group_id) references groups on delete cascade,
  foreign key (tenant_id, member_group_id) references groups on delete cascade,
  foreign key (tenant_id, application_id) references applications on delete cascade,
  constraint a_member_is_a_group_or_an_application check (id = coalesce(member_group_id, application_id) and (member_group_id is null) <> (application_id is null)),
  constraint no_group_is_in_itself check (member_group_id <> group_id)
);
comment on table group_members is 'zone: tenant';
create index groups_of_a_group on group_members (tenant_id, member_group_id, group_id) where member_group_id is not null;
create index groups_of_an_application on group_members (tenant_id, application_id, group_id) where application_id is not null;

-- What somebody has made is found without their whole log.
create index objects_made_by_somebody on events (tenant_id, actor_id, target_id)
  where activity in ('user.created', 'group.created', 'application.created');
