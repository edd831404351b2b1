-- Who has signed in with a browser before is looked up each time a name is typed in it, to offer that person's own ways to sign in.
create index known_browsers_by_browser on known_browsers (browser_hash);
