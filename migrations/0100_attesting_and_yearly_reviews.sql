-- Whether guests say by themselves that they still need their account here (R136); sponsors and administrators always can.
alter table tenants add column guests_attest boolean not null default true;

-- The yearly look back at one's organizations: whether the person wants the mail, and when they were told last.
alter table person_settings add column review_mails boolean not null default true;
alter table person_settings add column reviewed_at timestamptz;
