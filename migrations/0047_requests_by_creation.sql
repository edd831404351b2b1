-- All requests of an organization by date, whatever their state; those of one state have an index already.

create index requests_by_creation on requests (tenant_id, created_at, id);
