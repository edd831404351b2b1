/** guesthouse user create: a member with a home in the organization, or a guest. */
import { linkPath } from '../../kernel/one-time-link.ts'
import type { Command } from 'commander'
import { roleNamed, roles, type RoleName } from '../../access/roles.ts'
import { assignRole } from '../../directory/roles/assign.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { freeGuestName } from '../../directory/guests/free-name.sql.ts'
import { createGuest, createMember, type CreateUserResult } from '../../directory/users/create.ts'
import type { Context } from '../../events/event.ts'
import { parseAddress } from '../../kernel/address.ts'
import type { UserId } from '../../kernel/ids.ts'
import { askToReturn, readPast } from '../../invitations/past.ts'
import { createPasswordLink } from '../../credentials/password/link.ts'
import { findAccountByName } from '../../credentials/account.sql.ts'
import { transaction, type Database } from '../../store/database.ts'
import { refused, wrongUsage } from '../failure.ts'
import { findOrganization, type Organization } from '../find.sql.ts'
import { longestName } from '../../kernel/text.ts'
import { addressIn, nameIn, principalNameIn } from '../arguments.ts'
import { toldOfGuest, type Asked } from './made-guest.ts'
import { asOperator, print, withStore, type ConfigWithAddress, type Session } from '../session.ts'

type Wish = {
  readonly organization: string
  readonly name: string
  readonly userPrincipalName?: string
  readonly mail?: string
  readonly guest?: string
  readonly role: readonly string[]
  readonly passwordLink?: boolean
  readonly json?: boolean
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value]

export const addUserCreate = (user: Command, session: Session): void => {
  user
    .command('create')
    .description('Make a member, or with --guest a guest.')
    .requiredOption('--organization <id|domain>', 'the organization to make the user in')
    .requiredOption('--name <name>', `the name to show, up to ${longestName} characters`)
    .option(
      '--user-principal-name <name>',
      'the sign-in name of a member, in a verified domain of the organization',
    )
    .option('--mail <address>', 'e-mail address of a member (the user principal name)')
    .option(
      '--guest <address>',
      'make a guest with this address; a sign-in name of another organization here makes its holder a guest at once',
    )
    .option(
      '--role <role>',
      'directory role by its name, for example "User Administrator"; may be repeated',
      collect,
      [],
    )
    .option('--password-link', 'print a link that lets a member choose a password, once')
    .option('--json', 'print as JSON')
    .action((wish: Wish) => create(session, wish))
}

const roleCalled = (name: string): RoleName => {
  const found = Object.values(roles).find(
    ({ displayName }) => displayName.toLowerCase() === name.toLowerCase(),
  )
  const role = roleNamed(found?.id ?? name)
  if (role !== undefined) return role
  throw wrongUsage(
    `There is no role ${name}. There are: ${Object.values(roles)
      .map(({ displayName }) => displayName)
      .join(', ')}.`,
  )
}

const judge = ({ name, guest, userPrincipalName, mail, passwordLink }: Wish): void => {
  nameIn('--name', name)
  if ((guest === undefined) === (userPrincipalName === undefined))
    throw wrongUsage('Give either --user-principal-name, for a member, or --guest.')
  if (userPrincipalName !== undefined) principalNameIn('--user-principal-name', userPrincipalName)
  addressIn('--guest', guest)
  addressIn('--mail', mail)
  if (guest !== undefined && passwordLink === true)
    throw wrongUsage('A guest signs in at home; --password-link is for members.')
}

const create = (session: Session, wish: Wish): Promise<void> => {
  judge(wish)
  const wanted = wish.role.map(roleCalled)
  return withStore(session, async ({ db, config, clock }) => {
    const organization = await findOrganization(db, wish.organization)
    const context = asOperator(clock)
    // The user and its roles together, or neither.
    const made = await transaction(db, async (tx) => {
      const { result, userPrincipalName, asked } = await makeUser(
        tx,
        organization,
        wish,
        context,
        config.publicUrl,
      )
      if (result.outcome !== 'created')
        throw refused(refusals[result.outcome](userPrincipalName, organization))
      const { tenantId } = organization
      for (const role of wanted)
        await assignRole(tx, { tenantId, userId: result.userId, role }, operatorAuthority, context)
      return { id: result.userId, userPrincipalName, asked }
    })
    const { asked, ...user } = made
    const guest =
      asked === undefined
        ? undefined
        : toldOfGuest(asked, wish.guest ?? '', organization, {
            sendsMail: config.smtpUrl !== undefined,
          })
    const passwordLink =
      wish.passwordLink === true
        ? { passwordLink: await linkFor(db, config, organization, made.id, context) }
        : {}
    const words = [
      `Made ${wish.name.trim()} (${made.userPrincipalName}), id ${made.id}.`,
      ...(guest === undefined ? [] : [guest.words]),
      ...Object.values(passwordLink).map(
        (link) => `Password link, good for one use within a day: ${link}`,
      ),
    ]
    print(session, wish.json, { ...user, ...guest?.data, ...passwordLink }, words.join('\n'))
  })
}

const refusals: Readonly<
  Record<
    Exclude<CreateUserResult['outcome'], 'created'>,
    (name: string, organization: Organization) => string
  >
> = {
  nameTaken: (name, { displayName }) =>
    `${displayName} has a user ${name} already. Choose another name.`,
  addressTaken: (name, { displayName }) =>
    `Somebody in ${displayName} has an address of ${name} already.`,
  alreadyHere: (name, { displayName }) =>
    `The person behind ${name} is a user of ${displayName} already.`,
  foreignDomain: (name, { displayName, domains }) =>
    `${name} is not in a verified domain of ${displayName}. A member's sign-in name ends in one: ${domains.join(', ')}.`,
}

type Made = { result: CreateUserResult; userPrincipalName: string; asked?: Asked }

const makeUser = async (
  tx: Database,
  organization: Organization,
  wish: Wish,
  context: Context,
  publicUrl: string,
): Promise<Made> => {
  const displayName = nameIn('--name', wish.name)
  if (wish.guest !== undefined)
    return makeGuest(tx, organization, { displayName, address: wish.guest }, context, publicUrl)
  const userPrincipalName = wish.userPrincipalName ?? ''
  const own = parseAddress(userPrincipalName)
  const mail = addressIn('--mail', wish.mail) ?? ('address' in own ? own.address : null)
  const user = { displayName, userPrincipalName, mail }
  return {
    result: await createMember(tx, organization.tenantId, user, context),
    userPrincipalName,
  }
}

// An operator's word is enough to make somebody with a home here a guest; whoever was here before
// is asked, and everybody else is still to be invited.
const makeGuest = async (
  tx: Database,
  { tenantId, domain }: Organization,
  { displayName, address }: { readonly displayName: string; readonly address: string },
  context: Context,
  publicUrl: string,
): Promise<Made> => {
  const home = await findAccountByName(tx, address)
  const mail = addressIn('--guest', address)
  const userPrincipalName = await freeGuestName(tx, tenantId, mail, domain)
  const personId = home?.personId ?? null
  // Who has left, was removed or has refused is asked: an operator's word is not theirs (R127).
  const past = await readPast(tx, { tenantId, key: mail.key, personId })
  if (past === 'refuses')
    throw refused(
      `${address} has refused all further invitations from this organization. Only they can take that back.`,
    )
  const externalUserState = home === undefined || past === 'gone' ? 'PendingAcceptance' : 'Accepted'
  const guest = {
    displayName,
    userPrincipalName,
    mail,
    otherMails: [mail],
    personId,
    externalUserState,
  } as const
  const result = await createGuest(tx, tenantId, guest, context)
  if (result.outcome !== 'created' || past !== 'gone')
    return {
      result,
      userPrincipalName,
      asked: externalUserState === 'Accepted' ? 'notNeeded' : 'nobody',
    }
  const asked = await askToReturn(tx, tenantId, mail.display, context, publicUrl)
  return { result, userPrincipalName, asked }
}

const linkFor = async (
  db: Database,
  config: ConfigWithAddress,
  { tenantId }: Organization,
  userId: UserId,
  context: Context,
): Promise<string> => {
  const link = await createPasswordLink(db, { tenantId, userId }, operatorAuthority, context)
  if (link.outcome !== 'created')
    throw refused('The user is made, but was removed before a password link could be.')
  return `${config.publicUrl}${linkPath('password', link.token)}`
}
