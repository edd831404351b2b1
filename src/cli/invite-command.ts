/** guesthouse invite: one guest, or as many as a CSV file names, each row with what became of it. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { invite, type InviteResult } from '../invitations/invite.ts'
import { redeemUrl } from '../invitations/write-invitation.ts'
import { publicUrlOf } from '../kernel/config.ts'
import type { Database } from '../store/database.ts'
import { CommandFailure, exitCodes, refused, wrongUsage } from './failure.ts'
import { findOrganization, type Organization } from './find.sql.ts'
import { startProgress } from './import/progress.ts'
import { requireWritable, writeWhole } from './import/results.ts'
import { asOperator, print, withStore, type Session } from './session.ts'

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

type Row = { readonly email: string; readonly displayName?: string; readonly message?: string }

export const addInvite = (program: Command, session: Session): void => {
  program
    .command('invite')
    .description('Invite a guest, or all those of a CSV file with the columns email, displayName and message.')
    .requiredOption('--organization <id|domain>', 'the organization to invite to')
    .option('--email <address>', 'the address to invite')
    .option('--name <name>', 'how the guest is called until they accept')
    .option('--message <text>', 'what the invitation says')
    .option('--redirect <url>', 'where to go on after accepting')
    .option('--send-mail', 'send each invitation by mail; without it the links are printed, to be handed over')
    .option('--from <file>', 'a CSV file to invite from')
    .option('--results <file>', 'where to write what became of each row of it, as CSV')
    .option('--json', 'print as JSON')
    .action((options: Options) => (options.from === undefined ? inviteOne(session, options) : inviteMany(session, options, options.from)))
}

/** Why an invitation was not made, in words. */
const reasons = {
  notAllowed: 'inviting is not possible at this moment; try again',
  targetTooHigh: 'the guest holds a role that needs a higher administrator',
  memberNeedsAdministrator: 'only an administrator invites members',
  ownDomain: 'the address is in a domain of the organization itself; make a member instead',
  domainNotAllowed: 'the settings of the organization do not allow this domain',
  inviteeRefuses: 'the person has refused all further invitations from this organization',
  guestDisabled: 'a guest of this address is there already, and disabled; enable them',
  alreadyGuest: 'a guest of this address is there already',
  guestHomeGone:
    'a guest of this address is there, but their account at home is deleted; delete them and invite again, or reset their redemption',
  guestOfNobody: 'a guest of this address was imported and nobody can sign in as them yet; reset their redemption',
  alreadyMember: 'the address is that of a member of the organization, who needs no invitation',
  addressOfAnotherGuest: 'the address is that of another guest who has not accepted yet',
  softDeletedUserExists: 'a deleted guest of this address can still be restored; restore them',
  sponsorNotFound: 'a sponsor was not found',
  organizationClosed: 'the organization is closed',
  tooMany: 'too many invitations have been sent today; try again tomorrow',
} as const satisfies Record<Exclude<InviteResult['outcome'], 'invited' | 'badAddress' | 'badWish'>, string>

const whyNot = (result: Exclude<InviteResult, { outcome: 'invited' }>): string => ('why' in result ? result.why : reasons[result.outcome])

const inviting = (db: Database, { tenantId }: Organization, row: Row, options: Options, publicUrl: string): Promise<InviteResult> => {
  const wish = {
    address: row.email,
    displayName: row.displayName,
    message: row.message,
    redirectUrl: options.redirect ?? publicUrl,
    sendMail: options.sendMail === true,
  }
  return invite(db, tenantId, wish, { kind: 'operator' }, asOperator(), publicUrl)
}

const inviteOne = (session: Session, options: Options): Promise<void> => {
  const { email } = options
  if (email === undefined) throw wrongUsage('Say whom to invite: --email, or --from with a CSV file.')
  if (options.redirect !== undefined && !/^https?:\/\//.test(options.redirect))
    throw wrongUsage('--redirect takes an address that begins with https://.')
  return withStore(session, async (db, config) => {
    const publicUrl = publicUrlOf(config)
    const organization = await findOrganization(db, options.organization)
    const row = {
      email,
      ...(options.name === undefined ? {} : { displayName: options.name }),
      ...(options.message === undefined ? {} : { message: options.message }),
    }
    const result = await inviting(db, organization, row, options, publicUrl)
    if (result.outcome !== 'invited') throw refused(`${email} was not invited: ${whyNot(result)}.`)
    const url = redeemUrl(publicUrl, result.token)
    const data = { userId: result.userId, invitationId: result.invitationId, url, expiresAt: result.expiresAt.toISOString() }
    print(
      session,
      options.json,
      data,
      `Invited ${email} to ${organization.displayName}. Their link, for them alone and once, until ${data.expiresAt}:\n${url}`,
    )
  })
}

const readRows = async (path: string): Promise<Row[]> => {
  const text = await readFile(path, 'utf8').catch((error: Error) =>
    Promise.reject(wrongUsage(`--from: ${path} cannot be read: ${error.message}`)),
  )
  try {
    const rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      skip_empty_lines: true,
      trim: true,
    }) as Row[]
    if (rows.length > 0 && rows[0]?.email === undefined) throw new Error('its first line does not name a column email')
    return rows
  } catch (error) {
    throw refused(`${path} cannot be used: ${error instanceof Error ? error.message : String(error)}. Nobody was invited.`)
  }
}

// A cell that starts like a formula would be run by a spreadsheet.
const cell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const inviteMany = async (session: Session, options: Options, from: string): Promise<void> => {
  const { results } = options
  if (results === undefined) throw wrongUsage('Add --results: the file that will say what became of each row.')
  await requireWritable(results, [from])
  const rows = await readRows(from)
  const lines: string[][] = [['row', 'email', 'outcome', 'userId', 'url', 'reason']]
  let failed = 0
  await withStore(session, async (db, config) => {
    const organization = await findOrganization(db, options.organization)
    const progress = startProgress(session.terminal, 'invitations', rows.length)
    try {
      for (const [index, row] of rows.entries()) {
        const result = await inviting(db, organization, row, options, publicUrlOf(config))
        const place = String(index + 1)
        if (result.outcome === 'invited')
          lines.push([
            place,
            row.email,
            result.again ? 'invited again' : 'invited',
            result.userId,
            redeemUrl(publicUrlOf(config), result.token),
            '',
          ])
        else {
          failed++
          lines.push([place, row.email, result.outcome, 'userId' in result ? result.userId : '', '', whyNot(result)])
        }
        progress.advance(1)
      }
    } finally {
      progress.end()
      await writeWhole(results, stringify(lines.map((line) => line.map(cell))))
    }
  })
  const counts = { invited: rows.length - failed, failed, results }
  print(session, options.json, counts, `Invited ${counts.invited} of ${rows.length}; ${failed} failed.`)
  if (failed > 0) throw new CommandFailure(exitCodes.someRowsFailed, `${failed} rows failed; ${results} says why.`)
}
