-- The keys that sign receipts, of the whole installation. The public half stays for as long as there are receipts, so for good; the private half goes
-- when the next key has taken over, so that nobody can sign with it any more.

create table receipt_keys (
  kid text primary key,
  public_key jsonb not null,
  sealed bytea,
  made_at timestamptz not null
);
comment on table receipt_keys is 'zone: installation';
