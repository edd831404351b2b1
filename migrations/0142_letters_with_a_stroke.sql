-- Letters with a stroke and ligatures stand and are found where their plain letters are: what is kept folded (kernel/search-words.ts) is folded anew.
create function folded_anew(folded text) returns text language sql immutable as
  'select replace(replace(replace(translate(folded, ''ðđħłø'', ''ddhlo''), ''æ'', ''ae''), ''œ'', ''oe''), ''ß'', ''ss'')';
-- A word stands behind the id of its organization, and has at most 64 characters.
create function words_anew(words tsvector) returns tsvector language sql immutable as
  'select array_to_tsvector(coalesce(array_agg(distinct left(folded_anew(word), 101)), ''{}'')) from unnest(tsvector_to_array(words)) word';

update users set sort_name = left(folded_anew(sort_name), 256), search_words = words_anew(search_words)
where sort_name ~ '[ðđħłøæœß]' or search_words::text ~ '[ðđħłøæœß]';
update groups set sort_name = left(folded_anew(sort_name), 256), search_words = words_anew(search_words)
where sort_name ~ '[ðđħłøæœß]' or search_words::text ~ '[ðđħłøæœß]';
update registrations set sort_name = left(folded_anew(sort_name), 256), search_words = words_anew(search_words)
where sort_name ~ '[ðđħłøæœß]' or search_words::text ~ '[ðđħłøæœß]';

drop function words_anew(tsvector);
drop function folded_anew(text);

-- The receipt of an erasure said the time of the erasure as the time of the end.
update receipts r set ended_at = e.deleted_at from erasures e
where e.tenant_id = r.tenant_id and e.event_id = r.id and r.kind = 'erased' and r.ended_at <> e.deleted_at;
