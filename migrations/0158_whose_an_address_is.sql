-- By when an organization answers by its own time, holds counted: where it was closed meanwhile, another day counted, and this one does again when it opens (R32).
alter table requests add column answer_by timestamptz;
update requests q set answer_by = case when t.state = 'active' or q.kind <> 'removal' then q.due_at
    else greatest(q.due_at, q.created_at + t.answer_days * interval '1 day') end
from tenants t where t.id = q.tenant_id and q.state = 'open';
-- The address at which a guest came, kept on them: that of an invitation is taken off by a reset. Of whom that has happened to before, it is not known.
update users u set first_mail_key = case when i.accepted_at is not null then i.address_key end
from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id
  and u.person_id is not null and u.ever_accepted and u.creation_type = 'Invitation' and u.first_mail_key is distinct from i.address_key;
