-- Records of signing in and of entering applications are kept for a while and then removed, the oldest first, in every organization alike.

create index sign_in_events_by_date on events (at)
  where activity in ('user.signedIn', 'user.signInFailed', 'user.signedOut', 'user.enteredApplication');
