-- Mail is kept as a kind and values, and is put into words when it is sent, in the language of who reads it. What waits from before has its text
-- already, and is sent as it is.

alter table mails alter column subject drop not null;
alter table mails alter column body drop not null;
alter table mails add column kind text check (length(kind) between 1 and 32);
alter table mails add column content jsonb check (length(content::text) <= 60000);
alter table mails add constraint a_mail_says_something check ((kind is not null and content is not null) or (subject is not null and body is not null));
-- Who reads it, where that is somebody who signs in here: their language and time zone are looked up when it is sent.
alter table mails add column reader_id uuid references persons on delete set null;
-- The language for whom nothing better is known: that of the invitation, or of the page that the mail was asked for on.
alter table mails add column language text check (length(language) <= 35);
create index mails_of_a_reader on mails (reader_id) where reader_id is not null;

-- The language that an organization writes to people in whose own is not known.
alter table tenants add column preferred_language text check (length(preferred_language) <= 35);

-- What a person has chosen themselves, on any of their pages. It goes before what their home says of them.
create table person_settings (
  person_id uuid primary key references persons on delete cascade,
  language text check (length(language) <= 35),
  time_zone text check (length(time_zone) <= 64),
  changed_at timestamptz not null
);
comment on table person_settings is 'zone: person';
