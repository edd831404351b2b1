-- What the administrators of an application decide about its sign-ins: whether a code needs PKCE although the application keeps a secret,
-- and whether it may go on for people while they are away.

alter table applications add column pkce_required boolean not null default true;
alter table applications add column works_while_away boolean not null default true;
create or replace view live_applications as select * from applications where deleted_at is null;
