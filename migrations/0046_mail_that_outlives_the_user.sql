-- Receipts: what somebody is sent about the end of their user goes out also when the user is purged before a mail server took it (R128). It then
-- belongs to nobody in the directory any more, and goes with its own end, a few days later.

alter table mails add column outlives_user boolean not null default false;
