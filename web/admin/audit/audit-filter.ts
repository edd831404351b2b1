/** What the audit log is asked for, as the directory API's $filter. */
import { quoted } from '../../../src/client/graph-calls.ts'

export type AuditFilter = {
  /** Days of the reader's calendar, as a date field writes them; empty when open. */
  readonly from: string
  readonly to: string
  readonly actorId?: string | undefined
  readonly targetId?: string | undefined
  /** One entry alone, as a search leads to it. */
  readonly entryId?: string | undefined
  /** The activity's display name; empty for any. */
  readonly action: string
}

export const noFilter: AuditFilter = { from: '', to: '', action: '' }

const parts = ['from', 'to', 'actorId', 'targetId', 'entryId', 'action'] as const

/** What stands in the address. */
export const askedFilter = (value: (name: string) => string): AuditFilter => ({
  from: value('from'),
  to: value('to'),
  actorId: value('actorId') || undefined,
  targetId: value('targetId') || undefined,
  entryId: value('entryId') || undefined,
  action: value('action'),
})

/** The same, to be asked for. */
export const partsOf = (filter: AuditFilter): Record<string, string> =>
  Object.fromEntries(parts.map((name) => [name, filter[name] ?? '']))

const instantOf = (day: string, time: string): string | undefined => {
  const at = new Date(`${day}T${time}`)
  return day === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** The clauses joined by `and`; empty when everything is asked for. The day `to` is included. */
export const auditFilterText = ({ from, to, ...filter }: AuditFilter): string => {
  const { actorId, targetId, entryId, action } = filter
  const start = instantOf(from, '00:00:00.000')
  const end = instantOf(to, '23:59:59.999')
  return [
    start === undefined ? undefined : `activityDateTime ge ${start}`,
    end === undefined ? undefined : `activityDateTime le ${end}`,
    actorId === undefined ? undefined : `initiatedBy/user/id eq ${quoted(actorId)}`,
    targetId === undefined ? undefined : `targetResources/any(t:t/id eq ${quoted(targetId)})`,
    entryId === undefined ? undefined : `id eq ${quoted(entryId)}`,
    action === '' ? undefined : `activityDisplayName eq ${quoted(action)}`,
  ]
    .filter((clause) => clause !== undefined)
    .join(' and ')
}
