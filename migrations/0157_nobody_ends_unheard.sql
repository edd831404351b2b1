-- Which end a guest knows of by their policy: what is milder or later than what comes by now is told anew. Where the policy
-- was changed since it was said, nobody knows what was: they are told anew.
alter table lifecycle_states add column said_ending text check (said_ending in ('disable', 'delete'));
alter table lifecycle_states add column said_at timestamptz;
alter table lifecycle_states add constraint an_end_is_said_with_its_day check ((said_ending is null) = (said_at is null));
update lifecycle_states n set
  said_ending = case when l.action = 'delete' or n.disabled_at is not null then 'delete' else 'disable' end,
  said_at = case when n.disabled_at is null then n.since + l.grace_days * interval '24 hours' else n.disabled_at + l.deletion_days * interval '24 hours' end
from lifecycle_policies l
where l.tenant_id = n.tenant_id and l.id = n.policy_id and l.changed_at <= n.since and (n.disabled_at is null or l.action = 'disableThenDelete');

-- Who is deleted hears of it a day before.
update lifecycle_policies set grace_days = 1 where action = 'delete' and grace_days = 0;
update lifecycle_policies set deletion_days = 1 where deletion_days = 0;
alter table lifecycle_policies add constraint who_is_deleted_has_a_day check ((action <> 'delete' or grace_days > 0) and deletion_days > 0);
