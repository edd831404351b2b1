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
  redirectsProblem,
  type RedirectKind,
} from '../../directory/applications/redirect-address.rule.ts'
import { deleteApplication } from '../../directory/applications/update.ts'
import { redirectWords } from '../../graph/applications/sign-in.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { writtenDay } from '../../kernel/written-time.ts'
import { peopleIssuerId } from '../../wire/sign-on.ts'
import { refused, wrongUsage } from '../failure.ts'
import { longestName } from '../../kernel/text.ts'
import { nameIn } from '../arguments.ts'
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
  readonly kind: string
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
      'web (has a server that keeps a secret), spa (runs in a page) or native (runs on a device)',
      'web',
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
  application
    .command('list')
    .description('List those that may ask people for the account API.')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) => list(session, json))
  application
    .command('remove')
    .description('Remove one: what people gave it ends with the next request.')
    .argument('<client-id>', 'its client id')
    .action((clientId: string) => remove(session, clientId))
}

const isKind = (text: string): text is RedirectKind =>
  (redirectKinds as readonly string[]).includes(text)

const register = (
  session: Session,
  { name, redirectUri, permission, kind, pkce, json }: Wish,
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
  return withStore(session, async (db) => {
    const context = asOperator()
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

const all = (db: Parameters<typeof listApplications>[0]) =>
  listApplications(db, people, {
    limit: maxListed,
    after: undefined,
    descending: false,
    search: undefined,
  })

const list = (session: Session, json: boolean | undefined): Promise<void> =>
  withStore(session, async (db) => {
    const value = (await all(db)).map(({ appId, displayName, createdAt }) => ({
      clientId: appId,
      displayName,
      createdAt,
    }))
    const lines = value.map((row) => [row.clientId, row.displayName, writtenDay(row.createdAt)])
    const words =
      lines.length === 0
        ? 'No program is registered. "guesthouse application add" registers one.'
        : tableOf([['client id', 'name', 'since'], ...lines])
    print(session, json, { value }, words)
  })

const remove = (session: Session, clientId: string): Promise<void> =>
  withStore(session, async (db) => {
    const found = (await all(db)).find(({ appId }) => appId === clientId.toLowerCase())
    if (found === undefined)
      throw refused(
        `No program has the client id ${clientId}. "guesthouse application list" shows those there are.`,
      )
    await deleteApplication(db, { tenantId: people, applicationId: found.id }, asOperator())
    print(session, false, {}, `Removed ${found.displayName}. What people gave it has ended.`)
  })
