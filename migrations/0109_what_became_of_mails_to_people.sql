-- What became of the mail about an ending stands with its receipt, also after the erasure: whether it was sent, or why not, as a code (R21). Of before nothing is known.
alter table receipts add column mail_state text check (length(mail_state) between 1 and 32), add column mail_at timestamptz, add column mail_tries integer;
create index receipts_whose_mail_waits on receipts (id) where mail_state is not null and mail_at is null;

-- That somebody was sent a mail about their standing: of which kind, when, and what became of it; never what it said. It goes with the user.
create table told_mails (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null check (length(kind) between 1 and 32),
  -- The receipt that it brought.
  receipt_id uuid,
  -- Its first letter and its domain; null where there was no address.
  recipient text check (length(recipient) <= 320),
  queued_at timestamptz not null,
  state text not null check (length(state) between 1 and 32),
  -- When that was settled; null while it waits.
  at timestamptz,
  tries integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
comment on table told_mails is 'zone: tenant';
create index told_mails_of_a_user on told_mails (tenant_id, user_id, queued_at desc, id desc);
create index told_mails_of_a_receipt on told_mails (receipt_id) where receipt_id is not null;
create index told_mails_waiting on told_mails (id) where at is null;
