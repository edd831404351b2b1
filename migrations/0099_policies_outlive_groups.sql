-- A policy outlives the group it was for: it is off then, for nobody, until somebody says for whom it is.
alter table lifecycle_policies drop constraint lifecycle_policies_tenant_id_group_id_fkey;
alter table lifecycle_policies add column group_gone_at timestamptz;
alter table lifecycle_policies add constraint lifecycle_policies_tenant_id_group_id_fkey foreign key (tenant_id, group_id) references groups;
alter table lifecycle_policies add constraint a_policy_whose_group_is_gone_is_off check (group_gone_at is null or (group_id is null and not is_enabled));
