-- The domains that count: whoever asks which of them an organization has shown to be its own asks here, and writes no condition.
create view verified_domains as select tenant_id, name, is_default, verified_at from tenant_domains where verified_at is not null;
