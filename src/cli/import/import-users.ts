/** Importing users: members with a home here, and guests who have not signed in here yet. */
import type { Address } from '../../kernel/address.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { createGuest, createMember, type CreateUserResult } from '../../directory/users/create.ts'
import type { Context } from '../../events/event.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { askToReturn, readPast, type Past } from '../../invitations/past.ts'
import type { Database } from '../../store/database.ts'
import type { Organization } from '../find.sql.ts'
import { alreadyHere, done, failed, skipped, type Row, type RowResult } from './batch.ts'
import { learnUsers, type Known } from './known.ts'
import { propertiesOf, type UserRow } from './rows.ts'

/**
 * The step that makes the user of each row. A user principal name that is taken is the same user:
 * "already here".
 */
export const usersStep = (
  organization: Organization,
  known: Known,
  context: Context,
  publicUrl: string,
) => {
  const rowsByName = new Map<string, number>()
  return {
    kind: 'users',
    prepare: (tx: Database, batch: readonly Row<UserRow>[]) =>
      learnUsers(
        tx,
        known,
        batch.map(({ value }) => value.userPrincipalName),
      ),
    run: async (tx: Database, { value, row }: Row<UserRow>): Promise<RowResult> => {
      const name = nameKey(value.userPrincipalName)
      const before = rowsByName.get(name)
      if (before !== undefined) return failed(`row ${before} has the same userPrincipalName`)
      rowsByName.set(name, row)
      const there = known.usersByName.get(name)
      if (there !== undefined) {
        if (typeof value.id === 'string') known.usersById.set(value.id, there)
        return skipped(alreadyHere)
      }
      return makeUser(tx, organization, known, value, { ...context, publicUrl })
    },
  } as const
}

// An external member ("Member" with #EXT# in the name) has a home elsewhere, as a guest has.
const isFromElsewhere = (row: UserRow): boolean =>
  row.userType === 'Guest' || row.userPrincipalName.toUpperCase().includes('#EXT#')

const notMade = (
  result: Exclude<CreateUserResult, { outcome: 'created' }>,
  { displayName, domains }: Organization,
): RowResult => {
  if (result.outcome === 'addressTaken')
    return failed(`somebody has the address ${result.address} already`)
  return result.outcome === 'foreignDomain'
    ? failed(`a member's name ends in a verified domain of ${displayName}: ${domains.join(', ')}`)
    : skipped(alreadyHere)
}

// Only who has a home elsewhere is invited, or has refused to be.
const invitedAt = (row: UserRow): Address | undefined =>
  isFromElsewhere(row) ? (row.mail ?? row.otherMails?.[0]) : undefined

const createFrom = (
  tx: Database,
  tenantId: TenantId,
  row: UserRow,
  past: Past,
  context: Context,
): Promise<CreateUserResult> => {
  const user = propertiesOf(row)
  if (!isFromElsewhere(row)) return createMember(tx, tenantId, user, context)
  const externalUserState =
    row.externalUserState === 'Accepted' && past === undefined ? 'Accepted' : 'PendingAcceptance'
  const userType = row.userType ?? 'Member'
  const guest = { personId: null, userType, externalUserState, isNamedElsewhere: true } as const
  return createGuest(tx, tenantId, { ...user, ...guest }, context)
}

const makeUser = async (
  tx: Database,
  organization: Organization,
  known: Known,
  row: UserRow,
  context: Context & { publicUrl: string },
): Promise<RowResult> => {
  const { tenantId, displayName } = organization
  const address = invitedAt(row)
  // Who has left, was removed or has refused is asked again: what another directory says is not
  // their yes here (R127).
  const past = address && (await readPast(tx, { tenantId, key: address.key, personId: null }))
  if (past === 'refuses')
    return failed(
      `the person has refused all further invitations from ${displayName}; only they can take that back`,
    )
  const result = await createFrom(tx, tenantId, row, past, context)
  if (result.outcome !== 'created') return notMade(result, organization)
  if (past === 'gone' && address !== undefined)
    await askToReturn(tx, tenantId, address.display, context, context.publicUrl)
  note(known, row, result.userId)
  return done()
}

const note = (known: Known, { userPrincipalName, id }: UserRow, userId: UserId): void => {
  known.usersByName.set(nameKey(userPrincipalName), userId)
  if (typeof id === 'string') known.usersById.set(id, userId)
}
