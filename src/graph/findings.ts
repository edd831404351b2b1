/** One search for everything, for the box in the admin centre. */
import { asks, need } from '../access/permission.ts'
import type { Activity, TargetKind } from '../events/event.ts'
import { findAnything, type FindingRow } from '../directory/findings/find.sql.ts'
import { findingKinds, findings, type FindingKind } from '../wire/graph/finding.ts'
import { displayNameOf } from './audit/audit-words.ts'
import { shows, type GraphRoute, type Handler } from './exchange.ts'
import { told } from './query/answers.ts'

/** What the caller needs beside the door to be shown what is of a kind. */
const needed: Readonly<Partial<Record<FindingKind, string>>> = {
  request: 'requests',
  group: 'groups',
  application: 'applications',
  auditEntry: 'audit entries',
}

const detailOf = ({ kind, detail }: FindingRow): string | null => {
  if (kind !== 'auditEntry' || detail === null) return detail
  const [activity, targetKind, registration] = detail.split(' ') as [Activity, TargetKind, string?]
  return displayNameOf({
    activity,
    targetKind,
    details: { registration: registration === 'true' },
  })
}

const find: Handler = async (x) => {
  const { search } = x.query
  // Nothing asked for, nothing found.
  if (typeof search !== 'string') return told(x, findings, { value: [] })
  const kinds = new Set(
    findingKinds.filter((kind) => {
      const part = needed[kind]
      return part === undefined || shows(x, part)
    }),
  )
  const found = await findAnything(x.db, x.tenantId, search, kinds)
  const inOrder = findingKinds.flatMap((kind) => found.filter((one) => one.kind === kind))
  return told(x, findings, {
    value: inOrder.map((row) => ({
      kind: row.kind,
      id: row.id,
      displayName: row.displayName,
      detail: detailOf(row),
      at: row.at?.toISOString() ?? null,
    })),
  })
}

/** Nobody without a role looks here. */
const ofEverything = { entry: 'guesthouse.finding', searched: [] } as const

export const findingRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/guesthouse.findings',
    permission: asks('users.inspect', 'GET /users', {
      shows: {
        requests: need('requests.read', 'read requests'),
        groups: need('groups.read', 'GET /groups'),
        applications: need('applications.read', 'GET /applications'),
        'audit entries': need('audit.read', 'GET /auditLogs/directoryAudits'),
      },
    }),
    takes: { search: ofEverything },
    operation: findings,
    handler: find,
  },
]
