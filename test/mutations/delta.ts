/** Breaks of what clients are told that keep a copy, each caught by a test of delta. */
import type { Mutation } from './mutation.ts'

const rule = 'contract §4'
const test = 'src/graph/delta/delta.test.ts'
const kinds = 'src/graph/delta/kinds.test.ts'
const later = 'src/graph/delta/later-round.ts'
const sequence = 'src/directory/changes/sequence.ts'

export const mutations: readonly Mutation[] = [
  {
    rule,
    title: 'each waits for the one before',
    file: sequence,
    test,
    from: 'where f.tenant_id = ${tenantId} for update`',
    to: 'where f.tenant_id = ${tenantId}`',
  },
  {
    rule,
    title: 'what commits late is told late',
    file: 'src/directory/changes/changes.sql.ts',
    test,
    from: 'd.sequence > ${sequence} and d.sequence <= ${upTo}',
    to: 'd.id > ${sequence} and d.sequence <= ${upTo}',
  },
  {
    rule,
    title: 'deletion is changed',
    file: later,
    test,
    from: "restorable.has(id) ? 'changed' : 'deleted'",
    to: "restorable.has(id) ? 'deleted' : 'changed'",
  },
  {
    rule,
    title: 'through deletion and restore',
    file: sequence,
    test,
    from: "for (const ended of endedIn(waiting, 'deleted'))",
    to: "for (const ended of endedIn([], 'deleted'))",
  },
  {
    rule,
    title: 'where a backup was restored',
    file: 'src/graph/delta/delta.ts',
    test,
    from: 'went.epoch !== feed.epoch || ',
    to: '',
  },
  {
    rule,
    title: 'a link is taken by its list and organization alone',
    file: 'src/graph/admission.ts',
    test,
    from: 'const decides = [caller.tenantId, listPath(c), tail.cast ?? null, ...askedOf(c, takes)]',
    to: 'const decides = [caller.tenantId, tail.cast ?? null, ...askedOf(c, takes)]',
  },
  {
    rule: 'R102',
    file: 'src/graph/needs-of-links.ts',
    test,
    from: '...(round?.links ?? [])].flatMap(',
    to: '].flatMap(',
  },
  {
    rule: 'R102',
    file: later,
    test,
    from: 'shownNames(x.caller, of.type, [...columns.keys()].filter(isAsked))',
    to: '[...columns.keys()].filter(isAsked)',
  },
  {
    rule,
    title: 'and with the person for whom they are',
    file: 'src/directory/changes/ends.sql.ts',
    test: kinds,
    from: 'from permission_grants g where g.tenant_id = o.tenant_id and g.user_id = o.id`',
    to: 'from permission_grants g where g.tenant_id = o.tenant_id and g.user_id is null`',
  },
  {
    rule,
    title: 'holds no role and has no grant for who asks',
    file: 'src/directory/changes/ends.sql.ts',
    test: kinds,
    from: 'from application_roles a where a.tenant_id = o.tenant_id and a.application_id = o.id',
    to: 'from application_roles a where a.tenant_id = o.tenant_id and a.application_id is null',
  },
  {
    rule: 'R140',
    file: 'src/privacy/journal.ts',
    test: 'src/privacy/journal.test.ts',
    from: 'await beginFeedsAnew(db)',
    to: '',
  },
]
