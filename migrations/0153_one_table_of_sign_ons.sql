-- Sign-ons stand in one table, whatever way the application is told of the end: what ends them ends them for both.
alter table oidc_sign_ons add column signed_on_at timestamptz not null default now();
insert into oidc_sign_ons (tenant_id, application_id, sid, user_id, session_id, next_try_at)
  select s.tenant_id, s.application_id, s.sid, t.user_id, s.session_id, now()
  from front_channel_sign_ons s join tenant_sessions t on t.tenant_id = s.tenant_id and t.session_id = s.session_id
  on conflict do nothing;
drop table front_channel_sign_ons;
