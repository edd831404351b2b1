-- Where people work and since when, as Microsoft Graph names and limits it (decision 21).

alter table users add column employee_id text check (length(employee_id) <= 16);
alter table users add column employee_type text check (length(employee_type) <= 64);
alter table users add column employee_hire_date timestamptz;
alter table users add column street_address text check (length(street_address) <= 1024);
alter table users add column postal_code text check (length(postal_code) <= 40);
alter table users add column city text check (length(city) <= 128);
alter table users add column state text check (length(state) <= 128);
alter table users add column country text check (length(country) <= 128);

-- A view keeps the columns that there were when it was made.
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;
