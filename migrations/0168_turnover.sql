-- Who joined and who went, by days in UTC that are over: what was counted once needs no counting again. The days since are counted where they are shown.
create table turnover (
  tenant_id uuid not null references tenants,
  day date not null,
  joined integer not null,
  departed integer not null,
  primary key (tenant_id, day)
);
comment on table turnover is 'zone: tenant';
-- Up to here, and not further, days have been counted.
create table turnover_counted (
  one boolean primary key default true check (one),
  up_to date not null
);
comment on table turnover_counted is 'zone: installation';
insert into turnover_counted (up_to) values ('-infinity');
