-- Of a service principal that somebody who administers nothing has begun to use: everybody agrees for themselves before they are signed in to it, until an
-- administrator consents for all.
alter table service_principals add column each_agrees boolean not null default false;
comment on column service_principals.each_agrees is 'not followed';
