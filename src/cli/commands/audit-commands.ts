/** guesthouse audit: whether the audit log is as it was written. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { verifyChain, type Finding, type Verified } from '../../events/verify-chain.ts'
import { select } from '../../store/columns.ts'
import { rows, type Database } from '../../store/database.ts'
import { readSealKey } from '../../store/seal-key.ts'
import { refused, wrongUsage } from '../failure.ts'
import { findOrganization } from '../find.sql.ts'
import { checkKey } from '../key-check.ts'
import { print, withStore, type Session } from '../session.ts'

type Options = { organization?: string; heads?: string; json?: boolean }

export const addAudit = (program: Command, session: Session): void => {
  const audit = program.command('audit').description('The audit log.')
  audit
    .command('verify')
    .description(
      'Find entries of the audit log that were changed, removed, put in or moved after they were written. Ends with 1 when there is one.',
    )
    .option('--organization <organization>', 'its id or a domain of it; all when left out')
    .option(
      '--heads <file>',
      'where the ends of all chains are noted, outside the store: compares with those of last time, and writes those of now',
    )
    .option('--json', 'print as JSON')
    .action((options: Options) => verify(session, options))
}

type Organization = { readonly tenantId: string; readonly displayName: string }

const listOrganizations = async (
  db: Database,
  named: string | undefined,
): Promise<readonly Organization[]> =>
  named === undefined
    ? rows(
        db,
        select<Organization>({
          tenantId: 'id',
          displayName: 'display_name',
        })`from tenants order by display_name, id`,
      )
    : [await findOrganization(db, named)]

const headsShape = z.record(z.uuid(), z.object({ seq: z.int(), hash: z.string() }))
type Heads = z.output<typeof headsShape>

const readHeads = (file: string | undefined): Heads => {
  if (file === undefined || !existsSync(file)) return {}
  try {
    return headsShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw wrongUsage(`${file} is no file of heads that "guesthouse audit verify" has written.`)
  }
}

const meaning = {
  changed: 'its content is not what was written',
  removed: 'it was removed before its time',
  inserted: 'it was put in later, or claims to be older than it is',
  reordered: 'it does not stand where it was put',
} as const satisfies Record<Finding['kind'], string>

const told = ({ kind, seq, eventId }: Finding): string => {
  const number = seq === null ? 'an entry without a number' : `entry ${seq}`
  return `  ${kind}: ${number}${eventId === null ? '' : ` (${eventId})`}: ${meaning[kind]}`
}

type Report = Verified & Organization

const reportWords = ({ displayName, tenantId, entries, waiting, findings }: Report): string =>
  [
    `${displayName} (${tenantId}): ${entries} entries, ${findings.length === 0 ? 'all as they were written' : `${findings.length} findings`}${waiting === 0 ? '' : `; ${waiting} of the last moments wait for their link`}.`,
    ...findings.map(told),
  ].join('\n')

const verify = (session: Session, options: Options): Promise<void> =>
  withStore(session, async ({ db, config, clock }) => {
    const sealKey = readSealKey(config)
    await checkKey(db, sealKey)
    const heads = readHeads(options.heads)
    const reports: Report[] = []
    for (const { tenantId, displayName } of await listOrganizations(db, options.organization)) {
      const verified = await verifyChain(db, sealKey, tenantId, {
        now: clock(),
        head: heads[tenantId],
      })
      reports.push({ tenantId, displayName, ...verified })
    }
    const count = reports.reduce((sum, { findings }) => sum + findings.length, 0)
    print(session, options.json, { organizations: reports }, reports.map(reportWords).join('\n'))
    if (count > 0)
      throw refused(
        `The audit log is not as it was written: ${count} findings. Compare with a backup, and with what was exported.`,
      )
    if (options.heads !== undefined) writeHeads(options.heads, heads, reports)
  })

const writeHeads = (file: string, before: Heads, reports: readonly Report[]): void => {
  const now = Object.fromEntries(
    reports.flatMap(({ tenantId, last }) => (last === undefined ? [] : [[tenantId, last]])),
  )
  writeFileSync(file, `${JSON.stringify({ ...before, ...now }, null, 2)}\n`, { mode: 0o600 })
}
