/**
 * guesthouse application: which programs may ask people for the account API. Of an organization, an
 * operator makes applications that act by themselves; the others are its administrators' to
 * register.
 */
import { redirectKinds } from '../../wire/graph/applications/service-principal.ts'
import type { Command } from 'commander'
import { registerProgram } from '../../directory/applications/register.ts'
import { listApplications } from '../../directory/applications/list.sql.ts'
import {
  findRegistered,
  listRegistered,
  type Registered,
} from '../../directory/applications/registered.sql.ts'
import {
  redirectsProblem,
  type RedirectKind,
} from '../../directory/applications/redirect-address.rule.ts'
import { deleteRegistration } from '../../directory/applications/delete.ts'
import { redirectWords } from '../../graph/applications/sign-in.ts'
import { isUuid, type TenantId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { writtenDay } from '../../kernel/written-time.ts'
import { peopleIssuerId } from '../../wire/sign-on.ts'
import { refused, wrongUsage } from '../failure.ts'
import { longestName } from '../../kernel/text.ts'
import { nameIn } from '../arguments.ts'
import { findOrganization } from '../find.sql.ts'
import { registerForItself } from './application-for-itself.ts'
import { longSecret, secretLine } from './secret-of-application.ts'
import { asOperator, print, tableOf, withStore, type Session } from '../session.ts'

const people = peopleIssuerId as TenantId
const maxListed = 1_000

type Wish = {
  readonly name: string
  readonly redirectUri?: readonly string[]
  readonly organization?: string
  readonly permission?: readonly string[]
  readonly kind?: string
  readonly pkce: boolean
  readonly json?: boolean
}

export const addApplication = (program: Command, session: Session): void => {
  const application = program
    .command('application')
    .description(
      'Programs that may ask people for the account API: register, list, remove. Also registers applications of an organization that act by themselves.',
    )
  application
    .command('add')
    .description(
      'Register a program. People are asked before it may see or do anything for them, unless --organization makes it one that acts by itself.',
    )
    .requiredOption(
      '--name <name>',
      `what people and administrators will read, up to ${longestName} characters`,
    )
    .option('--redirect-uri <uri...>', 'where people are sent back to; not with --organization')
    .option(
      '--organization <id|domain>',
      'an application of this organization instead, which acts by itself at the directory API',
    )
    .option('--permission <name...>', 'what it may do there, such as User.ReadWrite.All')
    .option(
      '--kind <kind>',
      'web (has a server that keeps a secret; so it is unless given), spa (runs in a page) or native (runs on a device); not with --organization',
    )
    .option(
      '--no-pkce',
      'for a server whose library knows no PKCE: state or nonce is asked for instead',
    )
    .option('--json', 'print as JSON')
    .action(({ organization, ...wish }: Wish) =>
      organization === undefined
        ? register(session, wish)
        : registerForItself(session, { ...wish, organization }),
    )
  addListAndRemove(application, session)
}

const addListAndRemove = (application: Command, session: Session): void => {
  application
    .command('list')
    .description(
      'List those that may ask people for the account API, and those of organizations that act by themselves.',
    )
    .option('--organization <id|domain>', 'all applications of this organization instead')
    .option('--json', 'print as JSON')
    .action((wish: ListWish) => list(session, wish))
  application
    .command('remove')
    .description(
      'Remove one, also of an organization: what people gave it, and what it may do by itself, ends with the next request.',
    )
    .argument('<client-id>', 'its client id')
    .action((clientId: string) => remove(session, clientId))
}

const isKind = (text: string): text is RedirectKind =>
  (redirectKinds as readonly string[]).includes(text)

const register = (
  session: Session,
  { name, redirectUri, permission, kind = 'web', pkce, json }: Wish,
): Promise<void> => {
  if (redirectUri === undefined) throw wrongUsage('--redirect-uri: where are people sent back to?')
  if (permission !== undefined)
    throw wrongUsage('--permission is for an application of an organization: give --organization.')
  const displayName = nameIn('--name', name)
  if (!isKind(kind)) throw wrongUsage(`--kind takes ${redirectKinds.join(', ')}.`)
  const redirectUris = redirectUri.map((uri) => ({ kind, uri }))
  const bad = redirectsProblem(redirectUris)
  if (bad !== undefined)
    throw wrongUsage(`--redirect-uri: ${bad.uri} ${redirectWords[bad.problem]}.`)
  return withStore(session, async ({ db, clock }) => {
    const context = asOperator(clock)
    const made = await registerProgram(
      db,
      people,
      {
        displayName,
        settings: { redirectUris, pkceRequired: pkce },
        secret: kind === 'web' ? longSecret(context.now) : undefined,
      },
      context,
    )
    if (made.outcome !== 'registered') throw refused('The application could not be made.')
    const { appId: clientId, secret: clientSecret } = made
    const data = {
      clientId,
      clientSecret,
      issuerPath: `/${people}/v2.0`,
      scopes: ['Account.Read', 'Account.ReadWrite'],
    }
    const words = [
      `Registered ${displayName}.`,
      `Client id:     ${clientId}`,
      ...(clientSecret === null ? [] : [secretLine(clientSecret)]),
      `Issuer:        <address of Guesthouse>${data.issuerPath}`,
      `Scopes:        ${data.scopes.join(' or ')}`,
    ]
    print(session, json, data, words.join('\n'))
  })
}

const ofPeople = (db: Database) =>
  listApplications(db, people, {
    limit: maxListed,
    after: undefined,
    descending: false,
    search: undefined,
  })

type Shown = Pick<Registered, 'appId' | 'displayName' | 'createdAt'> & {
  readonly organization?: string
}

const found = async (db: Database, organization: string | undefined): Promise<Shown[]> => {
  if (organization === undefined)
    return [...(await ofPeople(db)), ...(await listRegistered(db, undefined, maxListed))]
  const { tenantId } = await findOrganization(db, organization)
  return listRegistered(db, tenantId, maxListed)
}

type ListWish = { readonly json?: boolean; readonly organization?: string }

const list = (session: Session, { json, organization }: ListWish): Promise<void> =>
  withStore(session, async ({ db }) => {
    const value = (await found(db, organization)).map(
      ({ appId, displayName, createdAt, organization: of = null }) => ({
        clientId: appId,
        displayName,
        organization: of,
        createdAt,
      }),
    )
    const lines = value.map(({ clientId, displayName, organization: of, createdAt }) => [
      clientId,
      displayName,
      of ?? '(asks people)',
      writtenDay(createdAt),
    ])
    const words =
      lines.length === 0
        ? 'No program is registered. "guesthouse application add" registers one.'
        : tableOf([['client id', 'name', 'of', 'since'], ...lines])
    print(session, json, { value }, words)
  })

const remove = (session: Session, clientId: string): Promise<void> =>
  withStore(session, async ({ db, clock }) => {
    const appId = clientId.toLowerCase()
    const program = (await ofPeople(db)).find((one) => one.appId === appId)
    const own = isUuid(appId) && program === undefined ? await findRegistered(db, appId) : undefined
    const one = program === undefined ? own : { ...program, tenantId: people }
    if (one === undefined)
      throw refused(
        `No program has the client id ${clientId}. "guesthouse application list" shows those there are.`,
      )
    const which = { tenantId: one.tenantId, registrationId: one.registrationId }
    await deleteRegistration(db, which, asOperator(clock))
    const ended =
      own === undefined
        ? 'What people gave it has ended.'
        : `${own.organization} can restore it until its retention time is over.`
    print(session, false, {}, `Removed ${one.displayName}. ${ended}`)
  })
