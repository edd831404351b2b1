/** /account/guests and /account/organizations/{id}/guests/{guestId}: guests for whom I answer. */
import { readEnds, type Ends } from '../../directory/lifecycle/ends.ts'
import {
  answersForAnybody,
  openTenants,
  type AnsweredGuest as Guest,
} from '../../directory/responsibility/guests.sql.ts'
import {
  listAnswered,
  listUnanswered,
  type Listed,
} from '../../directory/responsibility/list.sql.ts'
import { whereMaySend } from '../../directory/responsibility/sending.sql.ts'
import { whereSeesAll } from '../../directory/responsibility/unanswered.sql.ts'
import { cursorAfter, cutPage, type List } from '../../edge/cursor.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Page } from '../../store/keyset.ts'
import type { AnsweredGuest, AnsweredGuests } from '../../wire/account-guests.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { comesShape } from '../organization-shape.ts'
import { placeAfter } from '../place-after.ts'
import { mayBeKept } from '../../directory/responsibility/keep.rule.ts'

const pageSize = 25

/** Of whom the list is: of those for whom I answer, or of those for whom nobody does. */
export const answerers = ['me', 'nobody'] as const
export type Answerer = (typeof answerers)[number]

const written = (at: Date | null): string | null => at?.toISOString() ?? null

const stateOf = ({ accountEnabled, pending }: Guest): AnsweredGuest['state'] => {
  if (!accountEnabled) return 'disabled'
  return pending ? 'invited' : 'active'
}

type Comes = Pick<Ends, 'comes' | 'comesIfKept' | 'endsAt'>
const nothing: Comes = { comes: [], comesIfKept: [], endsAt: null }

/** What ends an account, as it is and were it kept; nothing of whom nothing ends. */
export const endsShape = ({ comes, comesIfKept }: Omit<Comes, 'endsAt'> = nothing) => ({
  comes: comesShape(comes),
  comesIfKept: comesShape(comesIfKept),
})

type Beside = { readonly ends: Comes | undefined; readonly sends: ReadonlySet<TenantId> }

const guestShape = (guest: Guest, { ends, sends }: Beside): AnsweredGuest => ({
  organization: { id: guest.tenantId, displayName: guest.organization },
  id: guest.userId,
  displayName: guest.displayName,
  userPrincipalName: guest.userPrincipalName,
  mail: guest.mail,
  state: stateOf(guest),
  canBeKept: mayBeKept(guest),
  canSendAgain: stateOf(guest) === 'invited' && guest.hasInvitation && sends.has(guest.tenantId),
  accepted: !guest.pending,
  since: guest.since.toISOString(),
  lastUsedAt: written(guest.lastUsedAt),
  attestedAt: written(guest.attestedAt),
  endsAt: written(ends?.endsAt ?? null),
  ...endsShape(ends),
  direct: guest.direct,
})

const shapes = async (x: Exchange, guests: readonly Guest[]): Promise<AnsweredGuest[]> => {
  const ends = await readEnds(x.db, guests, x.now)
  const invited = guests.filter(({ pending }) => pending).map(({ tenantId }) => tenantId)
  const sends = await whereMaySend(x.db, x.session.personId, [...new Set(invited)])
  const comes = new Map(ends.map((one) => [`${one.tenantId} ${one.userId}`, one]))
  return guests.map((guest) =>
    guestShape(guest, { ends: comes.get(`${guest.tenantId} ${guest.userId}`), sends }),
  )
}

/** One guest with what comes. */
export const shapeOf = async (x: Exchange, guest: Guest): Promise<AnsweredGuest> => {
  const [shape] = await shapes(x, [guest])
  if (shape === undefined) throw new Error('A guest has no shape.')
  return shape
}

const read = async (x: Exchange, of: Answerer, page: Page): Promise<readonly Listed[]> => {
  const { personId, sessionId } = x.session
  const tenants = await openTenants(x.db, { personId, sessionId })
  if (of === 'me') return listAnswered(x.db, personId, tenants, page)
  const seen = await whereSeesAll(x.db, personId, tenants)
  const ids = seen.map(({ tenantId }): TenantId => tenantId)
  return ids.length === 0 ? [] : listUnanswered(x.db, ids, page)
}

/** A page of them, by name, with where the next one begins. */
export const guestsOf = async (
  x: Exchange,
  of: Answerer,
  after: string | undefined,
): Promise<AnsweredGuests> => {
  const list: List = { key: x.sealKey, decides: ['guests', x.session.personId, of] }
  const place = placeAfter(after, list)
  const found = await read(x, of, { descending: false, after: place, limit: pageSize + 1 })
  const { rows, end } = cutPage(found, pageSize)
  return {
    value: await shapes(x, rows),
    next: end === undefined ? null : cursorAfter(end, list),
  }
}

/** Whether there is anything for me on the page of guests. */
export const answersForSomebody = (x: Exchange): Promise<boolean> =>
  answersForAnybody(x.db, x.session.personId)

const listing =
  (of: Answerer): Handler =>
  async (x) =>
    x.c.json(await guestsOf(x, of, x.c.req.query('after')))
export const listMyGuests = listing('me')
export const listGuestsOfNobody = listing('nobody')
