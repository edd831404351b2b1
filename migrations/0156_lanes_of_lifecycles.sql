-- Whose lane the address for the lifecycle is on, told as that of the notifications is. What was
-- there before is read as it was until now, in small letters and without the port that https has anyway.
alter table subscriptions add column lifecycle_receiver text;
update subscriptions
  set lifecycle_receiver = regexp_replace(lower(substring(lifecycle_url from '^[^/]*//([^/?#]*)')), ':443$', '')
  where lifecycle_url is not null;
alter table subscriptions add constraint a_lifecycle_has_a_lane check ((lifecycle_url is null) = (lifecycle_receiver is null));

-- The visibility of a group is told when it changes, too: its column came without what follows it.
call follow_changes();
