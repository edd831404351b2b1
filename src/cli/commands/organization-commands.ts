/** guesthouse organization: making organizations, and seeing which there are. */
import type { Command } from 'commander'
import { createOrganization } from '../../directory/organizations/create.ts'
import { vouchForDomain } from '../../directory/organizations/add-domain.ts'
import {
  setOrganizationState,
  type OrganizationState,
} from '../../directory/organizations/update.ts'
import { refusals } from '../../edge/refusals/refusals.ts'
import { lastAdministratorWords } from '../../graph/last-administrator.ts'
import { domainKey, isDomain, parseDomain } from '../../kernel/domain.ts'
import { refused, wrongUsage } from '../failure.ts'
import { longestName } from '../../kernel/text.ts'
import { addressIn, nameIn } from '../arguments.ts'
import { findOrganization, listOrganizations } from '../find.sql.ts'
import { asOperator, print, tableOf, withStore, type Session } from '../session.ts'

type Wish = {
  readonly name: string
  readonly domain: string
  readonly technicalContact?: string
  readonly privacyContact?: string
  readonly privacyStatement?: string
  readonly json?: boolean
}

export const addOrganization = (program: Command, session: Session): void => {
  const organization = program
    .command('organization')
    .description('Make, list, close and reopen organizations, and add domains.')
  organization
    .command('create')
    .description('Make an organization with one verified domain.')
    .requiredOption('--name <name>', `its name, up to ${longestName} characters`)
    .requiredOption(
      '--domain <domain>',
      'the domain its sign-in names end with, for example contoso.example',
    )
    .option('--technical-contact <address>', 'who answers technical questions')
    .option('--privacy-contact <address>', 'who answers questions about personal data')
    .option('--privacy-statement <url>', 'where its privacy statement stands')
    .option('--json', 'print as JSON')
    .action((wish: Wish) => create(session, wish))
  organization
    .command('list')
    .description('List all organizations.')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) => list(session, json))
  organization
    .command('add-domain')
    .description(
      'Add a domain that you vouch for: it counts as verified, as does one that waits to be.',
    )
    .argument('<organization>', 'its id or a domain of it')
    .argument('<domain>', 'the domain to add')
    .action((name: string, domain: string) => addOneDomain(session, name, domain))
  for (const [verb, state, description] of states)
    organization
      .command(verb)
      .description(description)
      .argument('<organization>', 'its id or a domain of it')
      .option(
        '--anyway',
        'also when another organization is left without anybody who can administer it',
      )
      .action((name: string, { anyway }: { anyway?: boolean }) =>
        turnTo(session, name, { state, anyway: anyway ?? false }),
      )
}

const states = [
  [
    'close',
    'closed',
    'Close an organization: nobody signs in there, its guests can still leave it.',
  ],
  [
    'suspend',
    'suspended',
    'Suspend an organization for a while: like closing it, and meant to be undone.',
  ],
  ['reopen', 'active', 'Open a closed or suspended organization again.'],
] as const

const turnTo = (
  session: Session,
  name: string,
  wish: { state: OrganizationState; anyway: boolean },
): Promise<void> =>
  withStore(session, async ({ db, clock }) => {
    const { tenantId, displayName } = await findOrganization(db, name)
    const result = await setOrganizationState(db, tenantId, wish, asOperator(clock))
    if (result.outcome === 'lastAdministrator')
      throw refused(`${lastAdministratorWords(result)} Or repeat with --anyway.`)
    print(session, false, {}, `${displayName} is ${wish.state} now.`)
  })

const addOneDomain = (session: Session, name: string, given: string): Promise<void> =>
  withStore(session, async ({ db, clock }) => {
    const { tenantId, displayName } = await findOrganization(db, name)
    const parsed = parseDomain(given)
    if ('problem' in parsed) throw wrongUsage(noDomainWords(given))
    const { domain } = parsed
    const { outcome } = await vouchForDomain(db, tenantId, domain, asOperator(clock))
    if (outcome === 'domainTaken')
      throw refused(`Another organization has ${domain} already. Choose another domain.`)
    if (outcome === 'tooMany') throw refused(refusals.tooManyDomains.caller)
    print(session, false, {}, `${displayName} has the verified domain ${domain} now.`)
  })

const noDomainWords = (given: string): string => `${given} is not a domain such as contoso.example.`

const judge = ({
  name,
  domain,
  technicalContact,
  privacyContact,
  privacyStatement,
}: Wish): void => {
  nameIn('--name', name)
  if (!isDomain(domain)) throw wrongUsage(`--domain: ${noDomainWords(domain)}`)
  addressIn('--technical-contact', technicalContact)
  addressIn('--privacy-contact', privacyContact)
  if (privacyStatement !== undefined && !/^https?:\/\/\S{1,240}$/.test(privacyStatement))
    throw wrongUsage(
      '--privacy-statement takes an address that begins with https://, of at most 255 characters.',
    )
}

const create = (session: Session, wish: Wish): Promise<void> => {
  judge(wish)
  return withStore(
    session,
    async ({ db, clock }) => {
      const { name, domain, technicalContact, privacyContact, privacyStatement, json } = wish
      const result = await createOrganization(
        db,
        {
          displayName: nameIn('--name', name),
          domain,
          technicalContact: addressIn('--technical-contact', technicalContact)?.display,
          privacyContact: addressIn('--privacy-contact', privacyContact)?.display,
          privacyStatementUrl: privacyStatement,
        },
        asOperator(clock),
      )
      if (result.outcome !== 'created')
        throw refused(`Another organization has verified ${domain}. Choose another domain.`)
      const made = { id: result.tenantId, displayName: name.trim(), domain: domainKey(domain) }
      print(session, json, made, `Made ${made.displayName} (${made.domain}), id ${made.id}.`)
    },
    { makesIt: true },
  )
}

const list = (session: Session, json: boolean | undefined): Promise<void> =>
  withStore(session, async ({ db }) => {
    const found = await listOrganizations(db)
    const value = found.map(({ tenantId: id, displayName, domain, state, members, guests }) => ({
      id,
      displayName,
      domain,
      state,
      members,
      guests,
    }))
    const lines = value.map((row) => [
      row.id,
      row.displayName,
      row.domain,
      row.state,
      String(row.members),
      String(row.guests),
    ])
    const words =
      lines.length === 0
        ? 'There is no organization yet. "guesthouse serve" prints a set-up link; "guesthouse organization create" makes one.'
        : tableOf([['id', 'name', 'domain', 'state', 'members', 'guests'], ...lines])
    print(session, json, { value }, words)
  })
