-- The address that a request came from is its actor's. It goes with the row of the user, whatever ends that one, and not in one use case of many.
-- (Commands are cut at semicolons, so within the function they are written as \x3b.)

create function forget_where_the_gone_came_from() returns trigger language plpgsql as E'
begin
  update events e set actor_address = null from gone
  where e.tenant_id = gone.tenant_id and e.actor_id = gone.id and e.actor_address is not null\x3b
  return null\x3b
end';
create trigger where_the_gone_came_from_goes after delete on users
  referencing old table as gone for each statement execute function forget_where_the_gone_came_from();
