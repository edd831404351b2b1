-- Which organization a code or a refresh token is of, where a request names none (/common): found by its digest.
create index oidc_tokens_by_digest on oidc_records (id_hash) where kind in ('AuthorizationCode', 'RefreshToken');
