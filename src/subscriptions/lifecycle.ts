/** Telling applications that a subscription of theirs has to be authorized anew. */
import { goingOnFrom, minuteMs } from '../kernel/time.ts'
import type { SubscriptionId, TenantId } from '../kernel/ids.ts'
import { giveBack, setDue, type DebtsInTurns, type Taken } from '../outbound/delivery/debts.sql.ts'
import { callInTurn, type When } from '../outbound/delivery/deliver.ts'
import { deliverInTurns } from '../outbound/delivery/in-turns.ts'
import { ladders } from '../outbound/delivery/ladder.rule.ts'
import { sql } from '../store/database.ts'
import { laneTo } from './due.sql.ts'
import { lifecycleOf } from './told.ts'
import { lanesOf, post, type Sender } from './post.ts'

type DueLifecycle = Taken & {
  readonly tenantId: TenantId
  readonly id: SubscriptionId
  readonly lane: string
  readonly lifecycleUrl: string
  readonly clientState: string | null
  readonly expiresAt: Date
}

const lane = laneTo('lifecycle_receiver')

const dueLifecycles: DebtsInTurns<DueLifecycle> = {
  table: 'subscriptions',
  as: 's',
  key: ['tenant_id', 'id'],
  dueAt: 'lifecycle_due_at',
  attempts: 'lifecycle_attempts',
  leaseMs: minuteMs,
  joins: sql``,
  lane,
  isDue: (now) => sql`s.expires_at > ${now} and s.lifecycle_url is not null`,
  isOne: ({ tenantId, id }) => sql`tenant_id = ${tenantId} and id = ${id}`,
  columns: {
    tenantId: 's.tenant_id',
    id: 's.id',
    lane,
    lifecycleUrl: 's.lifecycle_url',
    clientState: 's.client_state',
    expiresAt: 's.expires_at',
  },
}

const tell = async (sender: Sender, due: DueLifecycle, when: When): Promise<number> => {
  const { db } = sender
  const over = async (): Promise<void> => {
    await setDue(db, dueLifecycles, due, null)
  }
  const outcome = await callInTurn(
    due,
    {
      lanes: lanesOf(sender),
      lane: due.lane,
      ladder: ladders.lifecycle,
      leaseMs: dueLifecycles.leaseMs,
      call: () => post(sender, due.lifecycleUrl, { value: [lifecycleOf(due)] }, when.signal),
      settling: {
        received: over,
        notCalled: (now) => giveBack(db, dueLifecycles, due, now),
        later: (until) => setDue(db, dueLifecycles, due, until),
        givenUp: over,
      },
    },
    when,
  )
  return outcome === 'received' ? 1 : 0
}

/** Tells what is due at `now`. Returns how many have taken it. */
export const tellLifecycles = (
  sender: Sender,
  now: Date,
  signal?: AbortSignal,
): Promise<number> => {
  const when: When = { clock: goingOnFrom(now, sender.clock), signal }
  const together = () => (due: DueLifecycle) => tell(sender, due, when)
  return deliverInTurns(sender.db, dueLifecycles, lanesOf(sender), together, when)
}
