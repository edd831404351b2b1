-- Mail to be sent: written with the change it tells of, taken by the worker, and gone once sent.

create table mails (
  id uuid primary key,
  -- The user it is about, where it is about one: erasing the user erases the mail too.
  tenant_id uuid,
  user_id uuid,
  recipient text not null check (length(recipient) <= 320),
  subject text not null check (length(subject) <= 512),
  body text not null check (length(body) <= 20000),
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index mails_by_turn on mails (next_try_at, id);
create index mails_about_a_user on mails (tenant_id, user_id);
