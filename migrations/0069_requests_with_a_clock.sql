-- A request to be removed has a day by which it is answered; on it the guest is removed, unless the organization holds the request or says why it
-- does not do so (R32). A request to be restored ends with the time in which that can be done (R31).

alter table tenants add column answer_days integer not null default 30
  constraint requests_are_answered_within_a_quarter check (answer_days between 7 and 90);
alter table tenants add column removes_unanswered boolean not null default true;
alter table tenants add column unanswered_reason text check (length(unanswered_reason) <= 1024);
alter table tenants add constraint who_keeps_the_unanswered_says_why check (removes_unanswered or unanswered_reason is not null);

alter table requests add column due_at timestamptz;
-- When the worker looks at it next, while it is open; null while nothing is done by itself.
alter table requests add column next_at timestamptz;
-- How many of the two reminders administrators have had.
alter table requests add column reminders smallint not null default 0;
-- What whoever asked was told last: that they are removed on the day, or that they are not.
alter table requests add column removal_promised boolean not null default false;
alter table requests add column held_at timestamptz;
alter table requests add column hold_reason text check (length(hold_reason) <= 1024);
alter table requests add column is_held boolean not null generated always as (held_at is not null) stored;
alter table requests add constraint whoever_holds_a_request_says_why check ((held_at is null) = (hold_reason is null));
alter table requests drop constraint requests_state_check;
alter table requests add constraint requests_state_check check (state in ('open', 'done', 'declined', 'withdrawn', 'expired'));

-- Who asked before there was a clock has it from today.
update requests q set due_at = date_trunc('milliseconds', now()) + interval '30 days', next_at = now() where q.state = 'open' and q.kind = 'removal';
update requests q set due_at = u.restorable_until, next_at = now() from users u
  where q.state = 'open' and q.kind = 'restore' and u.tenant_id = q.tenant_id and u.id = q.user_id;
alter table requests add constraint an_open_request_has_a_day check (state <> 'open' or due_at is not null);

drop index requests_by_date;
create index requests_in_the_queue on requests (tenant_id, state, kind, created_at, id);
create index requests_whose_time_comes on requests (next_at, id) where state = 'open' and next_at is not null;
-- Made anew, and last: of indexes that seem alike while little is known of a table, the newest is taken.
drop index requests_of_a_user;
create index requests_of_a_user on requests (tenant_id, user_id);
