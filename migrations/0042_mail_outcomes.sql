-- What became of a mail that somebody waits for, told where they look: whether the mail server took it, or will never take it.

-- What the mail is for, where its outcome is kept.
alter table mails add column purpose text check (length(purpose) between 1 and 32);
-- How often all of it went out without a confirmation: it may have arrived each time.
alter table mails add column unconfirmed integer not null default 0;

create table mail_outcomes (
  tenant_id uuid not null,
  user_id uuid not null,
  purpose text not null check (length(purpose) between 1 and 32),
  -- refused: for good. unconfirmed: handed over several times and never confirmed. expired: not taken in time.
  outcome text not null check (outcome in ('taken', 'refused', 'unconfirmed', 'expired')),
  -- What the mail server answered, where it answered with a code.
  response_code integer,
  at timestamptz not null,
  primary key (tenant_id, user_id, purpose),
  foreign key (tenant_id, user_id) references users on delete cascade
);
