/**
 * guesthouse leave: ends a guest's membership at the guest's own wish, by the same rules as the
 * portal.
 */
import type { Command } from 'commander'
import { sentencesAbout } from './leave-words.ts'
import { leave, type LeaveResult } from '../../directory/users/leave.ts'
import { listMyOrganizations } from '../../people/my-organizations.sql.ts'
import { isUuid, type PersonId } from '../../kernel/ids.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { findAccountByName } from '../../credentials/account.sql.ts'
import type { Database } from '../../store/database.ts'
import { refused } from '../failure.ts'
import { findLiveUser, findOrganization, type Organization } from '../find.sql.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'

type Options = { readonly organization: string; readonly json?: boolean }

export const addLeave = (program: Command, session: Session): void => {
  program
    .command('leave')
    .argument('<guest>', 'id or user principal name in the organization, or sign-in name at home')
    .description(
      'Let a guest leave an organization, at the guest’s wish and by the same rules as in the portal.',
    )
    .requiredOption('--organization <id|domain>', 'the organization to leave')
    .option('--json', 'print as JSON')
    .action((guest: string, options: Options) => leaveFor(session, guest, options))
}

const leaveFor = (session: Session, guest: string, options: Options): Promise<void> =>
  withStore(session, async ({ db, clock }) => {
    const organization = await findOrganization(db, options.organization)
    const personId = await personCalled(db, organization, guest)
    const context = asOperator(clock)
    const result = await leave(db, { personId, tenantId: organization.tenantId }, context)
    if (result.outcome !== 'left')
      throw refused(await whyNot(db, organization, personId, result, context.now))
    const { departure, again } = result
    const words = `${again ? 'Had left' : 'Left'} ${organization.displayName}. Reference ${departure.reference}, restorable until ${writtenTime(departure.restorableUntil)}.`
    print(session, options.json, { ...departure, again }, words)
  })

const personCalled = async (
  db: Database,
  organization: Organization,
  guest: string,
): Promise<PersonId> => {
  const user = await findLiveUser(db, organization.tenantId, guest)
  const personId =
    user?.personId ?? (isUuid(guest) ? undefined : (await findAccountByName(db, guest))?.personId)
  if (personId !== undefined) return personId
  if (user !== undefined)
    throw refused(
      `${user.displayName} has not accepted the invitation to ${organization.displayName}, so there is nothing to leave yet. Delete the user instead.`,
    )
  throw refused(`${organization.displayName} has no user ${guest}. Check the id or the name.`)
}

const whyNot = async (
  db: Database,
  { displayName, tenantId }: Organization,
  personId: PersonId,
  result: Exclude<LeaveResult, { outcome: 'left' }>,
  now: Date,
): Promise<string> => {
  if (result.outcome === 'removed')
    return `Somebody else has ended this membership of ${displayName} already.`
  if (result.outcome === 'notFound') return `This person does not belong to ${displayName}.`
  const mine = await listMyOrganizations(db, personId, now)
  const home = mine.find(({ isHome }) => isHome)
  const isClosed = mine.some((one) => one.tenantId === tenantId && one.organizationClosed)
  return [
    `The guest cannot leave ${displayName}.`,
    ...sentencesAbout(result.reasons, { displayName, isClosed }, home?.displayName),
  ].join('\n')
}
