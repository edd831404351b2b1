/**
 * What is raced for: one user in a state in which both acts of a pair mean something, and what is
 * true of it afterwards.
 */
import { operatorAuthority } from '../../src/directory/authority.ts'
import { createMember } from '../../src/directory/users/create.ts'
import { deleteUser } from '../../src/directory/users/delete.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { roles } from '../../src/access/roles.ts'
import { roleAssignmentId } from '../../src/graph/roles/role-assignment-id.ts'
import { acceptInvitation } from '../../src/invitations/accept.ts'
import { invite } from '../../src/invitations/invite.ts'
import { resetRedemption } from '../../src/invitations/reset.ts'
import { newId, type UserId } from '../../src/kernel/ids.ts'
import { createPasswordLink } from '../../src/credentials/password/link.ts'
import { firstRow } from '../../src/store/database.ts'
import { sql } from 'kysely'
import type { World } from '../sign-on.ts'
import type { Ask } from './racer.ts'

export const acts = [
  'accept',
  'decline',
  'revoke',
  'resend',
  'reset',
  'leave',
  'delete',
  'disable',
  'enable',
  'restore',
  'purge',
  'hold',
  'role given',
  'role taken',
  'link used',
  'removal asked',
] as const
export type Act = (typeof acts)[number]

/**
 * `invited`: never accepted. `waiting`: accepted once and reset since, so that it can be accepted,
 * declined and left. `member`: with a password link. Each live, or deleted.
 */
export type State = {
  readonly who: 'invited' | 'waiting' | 'member'
  readonly deleted: boolean
  readonly enabled: boolean
}

type Raced = {
  readonly id: UserId
  readonly address: string
  readonly token: string
  readonly invitationId: string
  readonly personId: string
}

const redirectUrl = 'https://app.example/'
const must = <R extends { outcome: string }, O extends R['outcome']>(
  result: R,
  outcome: O,
): Extract<R, { outcome: O }> => {
  if (result.outcome !== outcome) throw new Error(`${result.outcome} instead of ${outcome}`)
  return result as Extract<R, { outcome: O }>
}

const makeMember = async (w: World): Promise<Raced> => {
  const tenantId = w.fabrikam.id
  const address = `m-${newId()}@${w.fabrikam.domain}`
  const user = { displayName: 'Raced', userPrincipalName: address }
  const { userId, personId } = must(
    await createMember(w.db, tenantId, user, w.operator()),
    'created',
  )
  const { token } = must(
    await createPasswordLink(w.db, { tenantId, userId }, operatorAuthority, w.operator()),
    'created',
  )
  return { id: userId, address, token, invitationId: newId(), personId }
}

const makeGuest = async (w: World, waiting: boolean): Promise<Raced> => {
  const tenantId = w.fabrikam.id
  const address = `g-${newId()}@outside.example`
  const wish = { address, redirectUrl, sendMail: false }
  const made = must(
    await invite(w.db, tenantId, wish, { kind: 'operator' }, w.operator()),
    'invited',
  )
  const raced = {
    id: made.userId,
    address,
    token: made.token,
    invitationId: made.invitationId,
    personId: newId<string>(),
  }
  if (!waiting) return raced
  const who = { who: { issuer: emailIssuer, subject: address }, addressProved: true }
  const { personId } = must(
    await acceptInvitation(w.db, made.token, who, {
      now: w.now(),
      correlationId: newId(),
      address: null,
    }),
    'accepted',
  )
  const which = { tenantId, userId: made.userId }
  const again = must(
    await resetRedemption(w.db, which, wish, operatorAuthority, w.operator()),
    'reset',
  )
  return { ...raced, token: again.token, invitationId: again.invitationId, personId }
}

/** A fresh user in a state. It holds one role, so that another can be given and this one taken. */
export const makeRaced = async (w: World, { who, deleted, enabled }: State): Promise<Raced> => {
  const raced = who === 'member' ? await makeMember(w) : await makeGuest(w, who === 'waiting')
  const tenantId = w.fabrikam.id
  await sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at)
    values (${tenantId}, ${raced.id}, ${roles.directoryReaders.id}, ${w.now()})`.execute(w.db)
  if (!enabled)
    await sql`update users set account_enabled = false, disabled_at = ${w.now()} where tenant_id = ${tenantId} and id = ${raced.id}`.execute(
      w.db,
    )
  if (deleted)
    must(
      await deleteUser(w.db, { tenantId, userId: raced.id }, operatorAuthority, w.operator()),
      'deleted',
    )
  return raced
}

/** The request that an act is, on this user; `headers` are an administrator's. */
export const askFor = (w: World, act: Act, raced: Raced, headers: Record<string, string>): Ask => {
  const http = (method: string, path: string, body?: unknown): Ask => ({
    kind: 'http',
    method,
    path: `/v1.0${path}`,
    headers,
    body,
  })
  const user = `/users/${raced.id}`
  const item = `/directory/deletedItems/${raced.id}`
  const invitation = `/guesthouse.invitations/${raced.invitationId}`
  const assignments = '/roleManagement/directory/roleAssignments'
  const asks: Readonly<Record<Act, Ask>> = {
    accept: { kind: 'accept', token: raced.token, address: raced.address },
    decline: { kind: 'decline', token: raced.token },
    revoke: http('POST', `${invitation}/guesthouse.revoke`),
    resend: http('POST', `${invitation}/guesthouse.resend`, { sendInvitationMessage: false }),
    reset: http('POST', '/invitations', {
      invitedUserEmailAddress: raced.address,
      inviteRedirectUrl: redirectUrl,
      resetRedemption: true,
      invitedUser: { id: raced.id },
    }),
    leave: { kind: 'leave', personId: raced.personId, tenantId: w.fabrikam.id },
    delete: http('DELETE', user),
    disable: http('PATCH', user, { accountEnabled: false }),
    enable: http('PATCH', user, { accountEnabled: true }),
    restore: http('POST', `${item}/restore`, {}),
    purge: http('DELETE', item),
    hold: http('POST', `${item}/guesthouse.hold`, { reason: 'A case' }),
    'role given': http('POST', assignments, {
      principalId: raced.id,
      roleDefinitionId: roles.reportsReader.id,
    }),
    'role taken': http(
      'DELETE',
      `${assignments}/${roleAssignmentId(roles.directoryReaders.id, raced.id)}`,
    ),
    'removal asked': { kind: 'askToBeRemoved', personId: raced.personId, tenantId: w.fabrikam.id },
    'link used': {
      kind: 'usePasswordLink',
      token: raced.token,
      password: 'nine copper kettles sing at dawn',
    },
  }
  return asks[act]
}

/**
 * Everything that is true of the user now, without ids, tokens and instants; what the log says of
 * it belongs to it.
 */
export const truthOf = async (w: World, { id, address }: Raced): Promise<string> => {
  const found = await firstRow(
    w.db,
    sql<{ truth: unknown }>`
      select json_build_array(
        (select json_build_object('deleted', u.deleted_at is not null, 'by', u.deleted_by_kind, 'enabled', u.account_enabled,
            'redeemed', u.external_user_state, 'hold', u.held_at is not null, 'hasPerson', u.person_id is not null)
          from users u where u.tenant_id = t.id and u.id = ${id}),
        (select json_build_object('accepted', i.accepted_at is not null, 'revoked', i.revoked_at is not null, 'links', (select count(*) from invitation_links l where l.invitation_id = i.id and l.replaced_at is null))
          from invitations i where i.tenant_id = t.id and i.user_id = ${id}),
        array(select r.role_id from role_assignments r where r.tenant_id = t.id and r.user_id = ${id} order by 1),
        exists (select 1 from local_credentials c where c.tenant_id = t.id and c.user_id = ${id}),
        exists (select 1 from password_links c where c.tenant_id = t.id and c.user_id = ${id}),
        array(select q.kind || ' ' || q.state from requests q where q.tenant_id = t.id and q.user_id = ${id} order by 1),
        exists (select 1 from erasures e where e.tenant_id = t.id and e.user_id = ${id}),
        array(select e.activity || coalesce(' ' || e.reason, '') from events e where e.tenant_id = t.id and e.target_id = ${id} order by 1),
        array(select m.kind from mails m where m.recipient = ${address} order by 1)) as truth
      from tenants t where t.id = ${w.fabrikam.id}`,
  )
  return JSON.stringify(found?.truth)
}
