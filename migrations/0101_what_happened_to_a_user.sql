-- What happened to one user, without each sign-in: a page of it costs the page, however often they sign in.
create index events_of_standing on events (tenant_id, target_id, at desc, id desc)
  where activity not in ('user.signedIn', 'user.signInFailed', 'user.signedOut', 'user.enteredApplication');
-- The first and the last sign-in of a user.
create index sign_ins_of_a_user on events (tenant_id, target_id, at, id) where activity in ('user.signedIn', 'user.enteredApplication');
