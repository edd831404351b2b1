-- Subscriptions whose messages bring the object along, encrypted: which properties, and for whose key.
alter table subscriptions
  add column chosen text[],
  -- Base64 of the certificate, as it was sent, and what its application calls it.
  add column certificate text,
  add column certificate_id text,
  add constraint what_is_chosen_is_encrypted check ((chosen is null) = (certificate is null) and (certificate is null) = (certificate_id is null));
