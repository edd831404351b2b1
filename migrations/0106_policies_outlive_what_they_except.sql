-- A policy that excepted a group which is gone for good would fall upon its members: it is switched off by the purge, which the log tells, and never by the store alone.
alter table lifecycle_policies drop constraint whom_a_policy_excepts;
alter table lifecycle_policies add constraint whom_a_policy_excepts
  foreign key (tenant_id, except_group_id) references groups;
