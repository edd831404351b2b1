/** Links of groups and applications that are ended instead of coming back with them. */
import type { Context } from '../../../events/event.ts'
import { eventInsertForPairs, eventOf } from '../../../events/record.ts'
import { answering } from '../../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import { objectLinks, type ObjectLinkKind } from '../../../wire/graph/deleted-objects.ts'
import { objectKinds, type Objects } from './object-kinds.sql.ts'
import { objectTie, withLinks } from './object-ties.sql.ts'
import type { ObjectLinkName } from './restore-object.rule.ts'
import { chosenIn } from './restore-object.sql.ts'

/** How many links of a kind an object lost. */
export type EndedLinks = {
  readonly objectId: string
  readonly kind: ObjectLinkKind
  readonly count: number
}

// One statement, with what is written of each when it is ended by itself: there may be too many to
// be read.
const endThose = async (
  tx: Database,
  which: Objects,
  kind: ObjectLinkKind,
  those: RawBuilder<unknown>,
  context: Context,
): Promise<EndedLinks[]> => {
  const tie = objectTie(which.kind, kind)
  const [id] = which.ids
  if (tie === undefined || id === undefined) return []
  const ends = [
    { kind: tie.end, id, column: sql.ref('id') },
    { kind: objectKinds[which.kind].target, id, column: sql.ref('object_id') },
  ] as const
  const [target, related] = tie.lostBy === 'object' ? ([ends[1], ends[0]] as const) : ends
  const event = eventOf(context, {
    tenantId: which.tenantId,
    activity: tie.ended,
    target: { kind: target.kind, id },
    related: { kind: related.kind, id },
    reason: 'leftOutOfRestore',
  })
  const pairs = sql`(select ${target.column} as target_id, ${related.column} as related_id from ended)`
  return rows(
    tx,
    answering<EndedLinks>(
      { objectId: 'object_id', kind: sql`${kind}::text`, count: sql`count(*)::int` },
      (list) => sql`with ${withLinks(which, { together: true, only: [kind] })},
        ended as (
          delete from ${sql.table(tie.table)} l using links x
          where ${those} and l.tenant_id = ${which.tenantId} and l.${sql.ref(tie.mine)} = x.object_id and l.${sql.ref(tie.item)} = x.item
          returning x.object_id, x.id),
        told as (${eventInsertForPairs(event, pairs)})
        select ${list} from ended group by object_id`,
    ),
  )
}

/** Ends what was chosen, a statement for each kind of link among it. */
export const endChosen = async (
  tx: Database,
  which: Objects,
  chosen: readonly ObjectLinkName[],
  context: Context,
): Promise<EndedLinks[]> => {
  const ended: EndedLinks[] = []
  for (const kind of objectLinks[which.kind]) {
    const of = chosen.filter((name) => name.kind === kind)
    const those = sql`exists (select 1 from ${chosenIn(of)} where c.object_id = x.object_id and (c.item is null or c.item = x.item))`
    if (of.length > 0) ended.push(...(await endThose(tx, which, kind, those, context)))
  }
  return ended
}

/** Ends what would exceed the sponsors that a guest may have, were it not taken away (R104). */
export const endSponsoringTooMuch = async (
  tx: Database,
  which: Objects,
  context: Context,
): Promise<void> => {
  await endThose(tx, which, 'sponsorOf', sql`x.lost = 'tooManySponsors'`, context)
}
