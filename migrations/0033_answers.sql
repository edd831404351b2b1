-- What an administrator writes with the answer to a request, and requests that were taken back by whoever asked.
alter table requests add column answer text check (length(answer) <= 1024);
alter table requests drop constraint requests_state_check;
alter table requests add constraint requests_state_check check (state in ('open', 'done', 'declined', 'withdrawn'));

-- Who left by themselves comes back by an administrator's restore only with their own yes, where the organization wants it so (R127).
alter table tenants add column restoring_needs_consent boolean not null default false;
