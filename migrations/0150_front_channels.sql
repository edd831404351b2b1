-- Applications that a browser is signed in to and tells by itself where somebody signs out: those that have a logoutUrl. A row goes with its session.
create table front_channel_sign_ons (
  tenant_id uuid not null,
  application_id uuid not null,
  -- Known to the application from its ID tokens.
  sid text not null check (length(sid) <= 64),
  session_id uuid not null,
  primary key (tenant_id, application_id, sid),
  foreign key (tenant_id, application_id) references service_principals on delete cascade,
  foreign key (tenant_id, session_id) references tenant_sessions on delete cascade
);
comment on table front_channel_sign_ons is 'zone: tenant';
create index front_channels_of_a_session on front_channel_sign_ons (tenant_id, session_id);
