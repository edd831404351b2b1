/**
 * guesthouse user: creating, disabling, enabling, deleting, restoring and permanently deleting
 * users.
 */
import type { Command } from 'commander'
import { operatorAuthority } from '../../directory/authority.ts'
import { deleteUser } from '../../directory/users/delete.ts'
import { disableUser, enableUser } from '../../directory/users/disable.ts'
import { purgeUsers, type PurgeOutcome } from '../../directory/deleted/purge.ts'
import { restoreUser } from '../../directory/deleted/restore.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { lastAdministratorWords } from '../../graph/last-administrator.ts'
import { conflictError, lostLinkShape } from '../../graph/users/restore-words.ts'
import { refused, wrongUsage } from '../failure.ts'
import { findOrganization, requireDeletedUser, requireLiveUser } from '../find.sql.ts'
import { principalNameIn } from '../arguments.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'
import { addUserCreate } from './user-create.ts'

type Options = { readonly organization: string; readonly json?: boolean }
type RestoreOptions = Options & {
  readonly newUserPrincipalName?: string
  readonly releaseAddresses?: boolean
}
type PurgeOptions = Options & { readonly yes?: boolean; readonly pastProtection?: boolean }

export const addUser = (program: Command, session: Session): void => {
  const user = program
    .command('user')
    .description('Create users, and disable, enable, delete, restore or permanently delete them.')
  const onUser = (name: string, description: string): Command =>
    user
      .command(name)
      .argument('<user>', 'id or user principal name')
      .description(description)
      .requiredOption('--organization <id|domain>', 'the organization the user is in')
      .option('--json', 'print as JSON')

  addUserCreate(user, session)
  for (const name of ['disable', 'enable', 'delete'] as const)
    onUser(name, changes[name].description).action((who: string, options: Options) =>
      change(session, name, who, options),
    )
  onUser('restore', 'Bring a deleted user back, with its groups, applications and roles.')
    .option(
      '--new-user-principal-name <name>',
      'come back under this name, when the old one is taken',
    )
    .option('--release-addresses', 'give up e-mail addresses that somebody else has now')
    .action((who: string, options: RestoreOptions) => restore(session, who, options))
  onUser('purge', 'Permanently delete a deleted user. Nobody can undo this.')
    .option('--yes', 'do not ask')
    .option(
      '--past-protection',
      'although the organization asks for a second administrator, or for time; the log says that it was an operator',
    )
    .action((who: string, options: PurgeOptions) => purge(session, who, options))
}

const changes = {
  disable: {
    description: 'Disable a user: no access until enabled again; nothing is lost.',
    run: disableUser,
    done: 'Disabled',
  },
  enable: { description: 'Enable a disabled user.', run: enableUser, done: 'Enabled' },
  delete: {
    description: 'Delete a user. It can be restored until its retention period ends.',
    run: deleteUser,
    done: 'Deleted',
  },
} as const

const change = (
  session: Session,
  name: keyof typeof changes,
  who: string,
  options: Options,
): Promise<void> =>
  withStore(session, async ({ db, clock }) => {
    const organization = await findOrganization(db, options.organization)
    const { userId, displayName } = await requireLiveUser(db, organization, who)
    const { run, done } = changes[name]
    const result = await run(
      db,
      { tenantId: organization.tenantId, userId },
      operatorAuthority,
      asOperator(clock),
    )
    if (result.outcome === 'lastAdministrator') throw refused(lastAdministratorWords(result))
    if (
      result.outcome !== 'disabled' &&
      result.outcome !== 'enabled' &&
      result.outcome !== 'deleted'
    )
      throw refused(
        `${displayName} was changed by somebody else meanwhile. Look again, then repeat.`,
      )
    const until = 'restorableUntil' in result ? { restorableUntil: result.restorableUntil } : {}
    const words =
      'restorableUntil' in until ? ` Restorable until ${writtenTime(until.restorableUntil)}.` : ''
    print(
      session,
      options.json,
      { id: userId, outcome: result.outcome, ...until },
      `${done} ${displayName} (${userId}).${words}`,
    )
  })

const restore = (session: Session, who: string, options: RestoreOptions): Promise<void> => {
  const { newUserPrincipalName, releaseAddresses } = options
  if (newUserPrincipalName !== undefined)
    principalNameIn('--new-user-principal-name', newUserPrincipalName)
  return withStore(session, async ({ db, clock }) => {
    const organization = await findOrganization(db, options.organization)
    const { userId, displayName } = await requireDeletedUser(db, organization, who)
    const which = { tenantId: organization.tenantId, userId }
    const wish = { newUserPrincipalName, autoReconcileProxyConflict: releaseAddresses }
    const result = await restoreUser(db, which, wish, operatorAuthority, asOperator(clock))
    if (result.outcome === 'conflicts')
      throw refused(result.conflicts.map((conflict) => conflictError(conflict).message).join('\n'))
    if (result.outcome !== 'restored')
      throw refused(`${displayName} is not among the deleted users any more.`)
    const lost = result.report.skipped.map((link) => lostLinkShape(link).message)
    const words = [
      `Restored ${displayName} (${userId}) with ${result.report.restored.length} links.`,
      ...lost,
    ].join('\n')
    print(session, options.json, { id: userId, outcome: 'restored', ...result.report }, words)
  })
}

const purgeRefusals: Readonly<Record<Exclude<PurgeOutcome, 'purged' | 'asked' | 'waits'>, string>> =
  {
    notFound: 'is gone already.',
    notDeleted: 'is not deleted. Delete the user first.',
    targetTooHigh: 'holds a role that stands above this.',
    onHold: 'is kept by a legal hold. End the hold first.',
    protected:
      'is protected: the organization asks for a second administrator, or for time, before permanent deletions. Let an administrator delete in the admin centre; or add --past-protection, which is yours to answer for.',
  }

const purge = (session: Session, who: string, options: PurgeOptions): Promise<void> =>
  withStore(session, async ({ db, clock }) => {
    const organization = await findOrganization(db, options.organization)
    const { tenantId } = organization
    const { userId, displayName } = await requireDeletedUser(db, organization, who)
    await confirmPurge(
      session,
      `Permanently delete ${displayName} (${userId}) from ${organization.displayName}? Nobody can undo this.`,
      options,
    )
    const outcome =
      (
        await purgeUsers(
          db,
          { tenantId, userIds: [userId] },
          operatorAuthority,
          asOperator(clock),
          {
            hasPassed: options.pastProtection === true,
          },
        )
      ).get(userId) ?? 'notFound'
    // An operator asks nobody, and waits for nothing.
    if (outcome !== 'purged' && outcome !== 'asked' && outcome !== 'waits')
      throw refused(`${displayName} ${purgeRefusals[outcome]}`)
    print(session, options.json, { id: userId, outcome }, `Permanently deleted ${userId}.`)
  })

const confirmPurge = async (
  { terminal }: Session,
  question: string,
  { yes }: PurgeOptions,
): Promise<void> => {
  if (yes === true) return
  if (!terminal.interactive)
    throw wrongUsage(
      'Permanently deleting cannot be undone. Add --yes when nobody is there to be asked.',
    )
  if (!(await terminal.confirm(question))) throw refused('Nothing was deleted.')
}
