-- A person whom no user is any more is nobody here, and goes with everything that says who they were: identities, sessions, passkeys, known
-- browsers. Held by the store itself, whatever ends a user or gives it to somebody else. The person is locked first, so that of two users that end at
-- the same moment the later one sees that nobody is left. (Commands are cut at semicolons, so within the function they are written as \x3b.)

create function remove_a_person_whom_nobody_is() returns trigger language plpgsql as E'
begin
  perform 1 from persons where id = old.person_id for update\x3b
  delete from persons p where p.id = old.person_id and not exists (select 1 from users u where u.person_id = p.id)\x3b
  return null\x3b
end';
create trigger a_person_whom_nobody_is_goes after delete or update of person_id on users
  for each row when (old.person_id is not null) execute function remove_a_person_whom_nobody_is();
delete from persons p where not exists (select 1 from users u where u.person_id = p.id);
