/** Breaks of what receivers of notifications are asked and told. */
import type { Mutation } from './mutation.ts'

const rule = 'contract §10'
const delivery = 'src/subscriptions/deliver.test.ts'
const right = 'src/subscriptions/right.test.ts'
const data = 'src/subscriptions/resource-data.test.ts'
const routes = 'src/graph/subscriptions/subscriptions.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule,
    title: 'does not answer as it has to',
    file: 'src/subscriptions/handshake.ts',
    from: 'isText(answer) && (await answer.text()) === token',
    to: 'isText(answer)',
    test: routes,
  },
  {
    rule,
    title: 'without https',
    file: 'src/subscriptions/handshake.ts',
    from: 'if (problem !== undefined) return problem',
    to: '',
    test: routes,
  },
  {
    rule,
    title: 'whose permission is taken',
    file: 'src/subscriptions/right.ts',
    from: 'reader === undefined || lackOf(reader, subscribingNeeds[due.kind]) !== undefined',
    to: 'reader === undefined',
    test: right,
  },
  {
    rule: 'R126',
    file: 'src/tokens/unattended.sql.ts',
    from: 'sql`(${wholeStanding})::text = ${standing}::text`',
    to: 'sql`${standing}::text is not null`',
    test: right,
  },
  {
    rule,
    title: 'not acknowledged is told again',
    file: 'src/subscriptions/post.ts',
    from: 'status >= 200 && status < 300',
    to: 'status >= 200 && status < 500',
    test: delivery,
  },
  {
    rule,
    title: 'not acknowledged is told again',
    file: 'src/outbound/delivery/debts.sql.ts',
    from: '= ${plus(now, leaseMs)}, ',
    to: '= ${now}, ',
    test: delivery,
  },
  {
    rule,
    title: 'killed again and again',
    file: 'src/outbound/delivery/deliver.ts',
    from: "if (outcome === 'taken' && !isLate) {",
    to: "if (outcome !== 'paused') {",
    test: 'test/machines/tellers-killed.test.ts',
  },
  {
    rule,
    title: 'between a change and its message',
    file: 'src/subscriptions/content.ts',
    from: 'const right = await rightOf(teller.db, due)',
    to: "const right = (await rightOf(teller.db, due)) ?? { reader: { kind: 'application', permissions: [], roles: [] }, showsLinks: true }",
    test: 'src/subscriptions/owner.test.ts',
  },
  {
    rule,
    title: 'stands for an internal address since the handshake',
    file: 'src/subscriptions/post.ts',
    from: 'outboundDoor(allowPrivateProviders === true)',
    to: 'outboundDoor(true)',
    test: 'src/subscriptions/receiver.test.ts',
  },
  {
    rule,
    title: 'stands for an internal address since the handshake',
    file: 'src/outbound/door.ts',
    from: 'if (found.some(({ address }) => !isPublicAddress(address)))',
    to: 'if (false)',
    test: 'src/subscriptions/receiver.test.ts',
  },
  {
    rule,
    title: 'all that is too old is given up at once',
    file: 'src/subscriptions/deliver.ts',
    from: 'skipTo(tx, due, upTo, now)',
    to: 'skipTo(tx, due, to, now)',
    test: delivery,
  },
  {
    rule,
    title: 'stopped for longer than its lease',
    file: 'src/outbound/delivery/debts.sql.ts',
    from: ' and ${sql.ref(debts.dueAt)} = ${one.until}',
    to: '',
    test: delivery,
  },
  {
    rule: 'resource data',
    title: 'a property that a role shows',
    file: 'src/graph/subscriptions/read-objects.ts',
    from: 'const caller: Caller = { ...reader, tenantId, appId }',
    to: "const caller: Caller = { ...reader, kind: 'application', tenantId, appId }",
    test: data,
  },
  {
    rule: 'resource data',
    title: 'is refused in words before anybody is asked',
    file: 'src/subscriptions/certificate.rule.ts',
    from: "found.validToDate < expiresAt ? 'endsBefore' : undefined",
    to: 'undefined',
    test: data,
  },
  {
    rule: 'resource data',
    title: 'the receiver decrypts',
    file: 'src/subscriptions/encrypt.ts',
    from: 'const key = randomBytes(keyBytes)',
    to: 'const key = Buffer.alloc(keyBytes)',
    test: data,
  },
]
