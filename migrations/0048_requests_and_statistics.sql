-- All requests are read state by state, by the index that those of one state have: with another one beside it the planner, while it knows little of
-- them, takes neither.

drop index requests_by_creation;

-- What changes in crowds (an import, a clean-up, a morning of sign-ins) is counted again after a fiftieth of it has changed, not a tenth.
alter table users set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500);
alter table sessions set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500);
alter table tenant_sessions set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500);
alter table requests set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500);
