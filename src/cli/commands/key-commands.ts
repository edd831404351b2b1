/**
 * guesthouse key: the keys that sign an organization's tokens: which there are, the next one, and
 * taking one away.
 */
import type { Command } from 'commander'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { Config } from '../../kernel/config.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { listSigningKeys, rotateSigningKey, withdrawSigningKey } from '../../tokens/signing-keys.ts'
import type { Database } from '../../store/database.ts'
import { readSealKey } from '../../store/seal-key.ts'
import { peopleIssuerId } from '../../wire/sign-on.ts'
import { refused } from '../failure.ts'
import { findOrganization } from '../find.sql.ts'
import { checkKey } from '../key-check.ts'
import { asOperator, print, tableOf, withStore, type Session } from '../session.ts'

const organizationHelp = 'its id or a domain of it; "people" for the issuer of people'

export const addKey = (program: Command, session: Session): void => {
  const key = program
    .command('key')
    .description('The keys that sign tokens: list, rotate, withdraw.')
  key
    .command('list')
    .description('List the published keys of an organization.')
    .argument('<organization>', organizationHelp)
    .option('--json', 'print as JSON')
    .action((name: string, { json }: { json?: boolean }) => list(session, name, json))
  key
    .command('rotate')
    .description(
      'Make the next key. It signs in an hour, when applications have read it; the one before it verifies for 15 days more.',
    )
    .argument('<organization>', organizationHelp)
    .option(
      '--now',
      'it signs at once; applications that kept the old keys may refuse tokens for some minutes',
    )
    .action((name: string, { now }: { now?: boolean }) => rotate(session, name, now === true))
  key
    .command('withdraw')
    .description(
      'Take a key away at once, when somebody else may have it: all that it signed ends within five minutes; applications renew what they hold.',
    )
    .argument('<organization>', organizationHelp)
    .argument('<kid>', 'the id of the key')
    .action((name: string, kid: string) => withdraw(session, name, kid))
}

type Held = {
  readonly services: { readonly db: Database; readonly sealKey: Buffer }
  readonly tenantId: TenantId
  readonly name: string
}

const heldBy = async (db: Database, config: Config, name: string): Promise<Held> => {
  const sealKey = readSealKey(config)
  await checkKey(db, sealKey)
  if (name === 'people')
    return {
      services: { db, sealKey },
      tenantId: peopleIssuerId as TenantId,
      name: 'the issuer of people',
    }
  const { tenantId, displayName } = await findOrganization(db, name)
  return { services: { db, sealKey }, tenantId, name: displayName }
}

const note = async (
  { services, tenantId }: Held,
  reason: string,
  context: Context,
): Promise<void> => {
  if (tenantId === peopleIssuerId) return
  const target = { kind: 'organization', id: tenantId } as const
  await record(
    services.db,
    eventOf(context, {
      tenantId,
      activity: 'organization.updated',
      target,
      details: { properties: [reason] },
    }),
  )
}

const uses = { signs: 'signs', next: 'signs next', verifies: 'verifies only' } as const

const list = (session: Session, name: string, json: boolean | undefined): Promise<void> =>
  withStore(session, async ({ db, config, clock }) => {
    const { services, tenantId } = await heldBy(db, config, name)
    const value = await listSigningKeys(services, tenantId, clock())
    const lines = value.map(({ kid, use, signsFrom }) => [kid, uses[use], writtenTime(signsFrom)])
    const words =
      lines.length === 0
        ? 'No key yet: the first one is made with the first sign-in.'
        : tableOf([['kid', 'use', 'signs from'], ...lines])
    print(session, json, { value }, words)
  })

const rotate = (session: Session, name: string, atOnce: boolean): Promise<void> =>
  withStore(session, async ({ db, config, clock }) => {
    const held = await heldBy(db, config, name)
    const now = clock()
    await rotateSigningKey(held.services, held.tenantId, now, atOnce ? now : undefined)
    await note(held, 'signingKeyRotated', asOperator(clock))
    print(
      session,
      false,
      {},
      `Made the next key of ${held.name}. It signs ${atOnce ? 'from now on' : 'in an hour'}.`,
    )
  })

const withdraw = (session: Session, name: string, kid: string): Promise<void> =>
  withStore(session, async ({ db, config, clock }) => {
    const held = await heldBy(db, config, name)
    const { outcome } = await withdrawSigningKey(held.services, held.tenantId, kid, clock())
    if (outcome === 'notFound')
      throw refused(`${held.name} has no key ${kid}. "guesthouse key list" shows those there are.`)
    await note(held, 'signingKeyWithdrawn', asOperator(clock))
    print(
      session,
      false,
      {},
      `Withdrew the key of ${held.name}. What it signed ends within five minutes.`,
    )
  })
