-- Whoever was here once goes by one door: deleted, restorable, purged (R122). Only a guest who never came is simply taken away again.

alter table users add column ever_accepted boolean not null default true;
update users u set ever_accepted = false
  where u.external_user_state = 'PendingAcceptance' and not exists (
    select 1 from events e where e.tenant_id = u.tenant_id and e.target_id = u.id and e.activity in ('invitation.redeemed', 'invitation.reset'));
create or replace view live_users as select * from users where deleted_at is null;
create or replace view deleted_users as select * from users where deleted_at is not null;

-- For whom the link is, where their account at home is known; null for whoever proves the address. Not the person of the guest: after a
-- reset of the redemption the guest stays theirs until somebody redeems anew (R123).
alter table invitations add column for_person_id uuid references persons on delete set null;
update invitations i set for_person_id = u.person_id from users u where u.tenant_id = i.tenant_id and u.id = i.user_id and u.person_id is not null;
create index invitations_for_a_person on invitations (for_person_id) where for_person_id is not null;
create index invitations_to_an_address on invitations (address);
