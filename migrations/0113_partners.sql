-- An organization may be a partner whose invitations are not redeemed without asking: what goes for it is then what goes for all.
alter table automatic_redemptions add column redeems boolean not null default true;
