/**
 * guesthouse invite: one guest, or as many as a CSV file names, each row with what became of it.
 */
import type { Command } from 'commander'
import { invite } from '../../invitations/invite.ts'
import type { InviteResult } from '../../invitations/make-guest.ts'
import { redeemUrl } from '../../invitations/write.ts'
import { writeCsv } from '../../kernel/csv/csv-writing.ts'
import {
  notTakenWords,
  listFaultWords,
  readGuestList,
  type GuestList,
  type GuestRow,
} from '../../kernel/csv/guest-list.ts'
import { guestRowProblemWords } from '../../kernel/csv/guest-row-problem.ts'
import type { Clock } from '../../kernel/time.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import type { Database } from '../../store/database.ts'
import { ConstraintViolated, UnstorableValue } from '../../store/store-error.ts'
import { CommandFailure, exitCodes, refused, wrongUsage } from '../failure.ts'
import { findOrganization, type Organization } from '../find.sql.ts'
import { readGiven } from '../given-file.ts'
import { startProgress } from '../import/progress.ts'
import { requireWritable, writeWhole } from '../import/results.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'

type Options = {
  readonly organization: string
  readonly email?: string
  readonly name?: string
  readonly message?: string
  readonly redirect?: string
  readonly sendMail?: boolean
  readonly from?: string
  readonly results?: string
  readonly json?: boolean
}

type Row = Omit<GuestRow, 'row' | 'problem'>
/** What links in print begin with, and when it is. */
type Around = { readonly publicUrl: string; readonly clock: Clock }

export const addInvite = (program: Command, session: Session): void => {
  program
    .command('invite')
    .description(
      'Invite a guest, or all those of a CSV file with the columns email, displayName and message, or of Entra’s template.',
    )
    .requiredOption('--organization <id|domain>', 'the organization to invite to')
    .option('--email <address>', 'the address to invite')
    .option('--name <name>', 'how the guest is called until they accept')
    .option('--message <text>', 'what the invitation says')
    .option('--redirect <url>', 'where to go on after accepting')
    .option(
      '--send-mail',
      'send each invitation by mail; without it the links are printed, to be handed over',
    )
    .option('--from <file>', 'a CSV file to invite from')
    .option('--results <file>', 'where to write what became of each row of it, as CSV')
    .option('--json', 'print as JSON')
    .action((options: Options) =>
      options.from === undefined
        ? inviteOne(session, options)
        : inviteMany(session, options, options.from),
    )
}

/** Why an invitation was not made, in words. */
const reasons = {
  notAllowed: 'inviting is not possible at this moment; try again',
  targetTooHigh: 'the guest holds a role that needs a higher administrator',
  memberNeedsAdministrator: 'only an administrator invites members',
  endDateNeedsAdministrator:
    'the guest had accepted before, so only an administrator sets their end date',
  addressNeedsAdministrator:
    'the guest has another address by now, so only an administrator gives this one back to them',
  ownDomain: 'the address is in a domain of the organization itself; make a member instead',
  domainNotAllowed: 'the settings of the organization do not allow this domain',
  inviteeRefuses: 'the person has refused all further invitations from this organization',
  guestDisabled: 'a guest of this address is there already, and disabled; enable them',
  alreadyGuest: 'a guest of this address is there already',
  guestHomeGone:
    'a guest of this address is there, but their account at home is deleted; delete them and invite again, or reset their redemption',
  guestOfNobody:
    'a guest of this address was imported and nobody can sign in as them yet; reset their redemption',
  alreadyMember: 'the address is that of a member of the organization, who needs no invitation',
  addressOfAnotherGuest: 'the address is that of another guest who has not accepted yet',
  softDeletedUserExists: 'a deleted guest of this address can still be restored; restore them',
  sponsorNotFound: 'a sponsor was not found',
  organizationClosed: 'the organization is closed',
  tooMany: 'too many invitations have been sent today; try again tomorrow',
} as const satisfies Record<
  Exclude<InviteResult['outcome'], 'invited' | 'badAddress' | 'badWish'>,
  string
>

/** The reason of one, as the end of a sentence. */
export const whyNot = (result: Exclude<InviteResult, { outcome: 'invited' }>): string =>
  'why' in result ? result.why : reasons[result.outcome]

const inviting = (
  db: Database,
  { tenantId }: Organization,
  row: Row,
  options: Options,
  { publicUrl, clock }: Around,
): Promise<InviteResult> => {
  const wish = {
    address: row.email,
    displayName: row.displayName,
    message: row.message,
    redirectUrl: row.redirectUrl ?? options.redirect ?? publicUrl,
    endsAt: row.endsAt === undefined ? undefined : new Date(row.endsAt),
    sendMail: row.sendMail ?? options.sendMail === true,
  }
  return invite(db, tenantId, wish, { kind: 'operator' }, asOperator(clock))
}

const inviteOne = (session: Session, options: Options): Promise<void> => {
  const { email } = options
  if (email === undefined)
    throw wrongUsage('Say whom to invite: --email, or --from with a CSV file.')
  if (options.redirect !== undefined && !/^https?:\/\//.test(options.redirect))
    throw wrongUsage('--redirect takes an address that begins with https://.')
  return withStore(session, async ({ db, config, clock }) => {
    const { publicUrl } = config
    const organization = await findOrganization(db, options.organization)
    const row = {
      email,
      ...(options.name === undefined ? {} : { displayName: options.name }),
      ...(options.message === undefined ? {} : { message: options.message }),
    }
    const result = await inviting(db, organization, row, options, { publicUrl, clock })
    if (result.outcome !== 'invited') throw refused(`${email} was not invited: ${whyNot(result)}.`)
    const url = redeemUrl(publicUrl, result.token)
    const data = {
      userId: result.userId,
      invitationId: result.invitationId,
      url,
      expiresAt: result.expiresAt.toISOString(),
    }
    print(
      session,
      options.json,
      data,
      `Invited ${email} to ${organization.displayName}. Their link, for them alone and once, until ${writtenTime(result.expiresAt)}:\n${url}`,
    )
  })
}

const readList = async (path: string): Promise<GuestList> => {
  const bytes = await readGiven(path, 'Nobody was invited.')
  const list = readGuestList(bytes)
  if ('fault' in list)
    throw refused(`${path} cannot be used: ${listFaultWords(list)}. Nobody was invited.`)
  return list
}

type Line = readonly [outcome: string, userId: string, url: string, reason: string]

/**
 * Invites one row by itself, whatever stands in it: what cannot be stored fails this row and no
 * other.
 */
const inviteRow = async (
  db: Database,
  organization: Organization,
  row: GuestRow,
  options: Options,
  around: Around,
): Promise<Line> => {
  if (row.problem !== undefined) return ['badRow', '', '', guestRowProblemWords(row.problem)]
  try {
    const result = await inviting(db, organization, row, options, around)
    if (result.outcome !== 'invited')
      return [result.outcome, 'userId' in result ? (result.userId ?? '') : '', '', whyNot(result)]
    return [
      result.again ? 'invited again' : 'invited',
      result.userId,
      redeemUrl(around.publicUrl, result.token),
      '',
    ]
  } catch (error) {
    if (error instanceof ConstraintViolated || error instanceof UnstorableValue)
      return ['badRow', '', '', 'it holds a value that cannot be stored']
    throw error
  }
}

const isInvited = ([outcome]: Line): boolean => outcome === 'invited' || outcome === 'invited again'

const inviteMany = async (session: Session, options: Options, from: string): Promise<void> => {
  const { results } = options
  if (results === undefined)
    throw wrongUsage('Add --results: the file that will say what became of each row.')
  await requireWritable(results, [from])
  const { rows, notTaken } = await readList(from)
  const said = notTakenWords(from, notTaken)
  if (said !== undefined) session.terminal.err(said)
  const lines: Line[] = []
  await withStore(session, async ({ db, config, clock }) => {
    const organization = await findOrganization(db, options.organization)
    const around = { publicUrl: config.publicUrl, clock }
    const progress = startProgress(session.terminal, 'invitations', rows.length)
    try {
      for (const row of rows) {
        lines.push(await inviteRow(db, organization, row, options, around))
        progress.advance(1)
      }
    } finally {
      progress.end()
      // When the store goes away in between, the rows that were not reached say so.
      const all = rows.map((row, n) => [
        String(row.row),
        row.email,
        ...(lines[n] ?? ['notTried', '', '', 'the command was stopped before this row']),
      ])
      await writeWhole(
        results,
        writeCsv([['row', 'email', 'outcome', 'userId', 'url', 'reason'], ...all]),
      )
    }
  })
  const failed = lines.filter((line) => !isInvited(line)).length
  const counts = { invited: rows.length - failed, failed, notTaken, results }
  print(
    session,
    options.json,
    counts,
    `Invited ${counts.invited} of ${rows.length}; ${failed} failed.`,
  )
  if (failed > 0)
    throw new CommandFailure(
      exitCodes.someRowsFailed,
      `${failed} rows failed; ${results} says why.`,
    )
}
