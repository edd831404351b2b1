-- What was done in one request is found by the id that the answer, or an error, has quoted.
create index events_by_request on events (tenant_id, correlation_id, at desc, id desc);
