-- Who can answer is told once of what was asked for, and who asked once of the answer (R137). What was there before is told to nobody.
alter table purge_requests add column told_at timestamptz, add column answer_told_at timestamptz;
update purge_requests set told_at = asked_at, answer_told_at = answered_at where state <> 'open';
create index purge_requests_to_tell on purge_requests (asked_at, id) where told_at is null and state = 'open';
create index purge_requests_answers_to_tell on purge_requests (answered_at, id) where answer_told_at is null and state in ('done', 'refused');
