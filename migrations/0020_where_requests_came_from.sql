-- The audit log says from which address a change was asked for. The address is its actor's, and goes when the actor is erased.

alter table events add column actor_address text;

-- What was changed is named by one word everywhere.
update events set details = (details - 'changed') || jsonb_build_object('properties', details -> 'changed') where details -> 'changed' is not null;
