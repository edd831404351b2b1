-- What ends a guest by itself: a day on which the account ends (R133), and rules that a guest keeps (R134, in the next migration).
alter table users add column ends_at timestamptz;
-- Which day was told, and how often: a day that is changed is told anew.
alter table users add column end_notice_for timestamptz;
alter table users add column end_notices smallint not null default 0;
-- When somebody last said that the account is still needed (R136).
alter table users add column attested_at timestamptz;
-- From when the clocks of the rules are counted anew: restored, or enabled (R135).
alter table users add column lifecycle_from timestamptz;
-- A rule of the organization has disabled it, and nobody for what the person did (R135).
alter table users add column disabled_by_policy boolean not null default false;
alter table users add constraint a_rule_disables_what_is_disabled check (not (disabled_by_policy and account_enabled));

create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;

create index users_that_end on users (ends_at, id) where ends_at is not null and deleted_at is null;

alter table receipts drop constraint receipts_kind_check;
alter table receipts add constraint receipts_kind_check check (kind in
  ('left', 'declined', 'removed', 'removedByOperator', 'removedByPolicy', 'endDate', 'homeGone', 'merged', 'neverAccepted', 'erased'));
