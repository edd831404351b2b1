/** What is done with a guest for whom I answer, or nobody: each refuses in the reader's words. */
import { giveUpGuest } from '../../directory/responsibility/give-up.ts'
import { keepGuest, type Kept } from '../../directory/responsibility/keep.ts'
import { listColleagues } from '../../directory/responsibility/colleagues.ts'
import { passOnGuest, takeOverGuest } from '../../directory/responsibility/pass-on.ts'
import { openTenants, readStanding, type Which } from '../../directory/responsibility/guests.sql.ts'
import { readUnanswered, whereSeesAll } from '../../directory/responsibility/unanswered.sql.ts'
import { isShutTo } from '../../directory/proved-account.sql.ts'
import { readJson } from '../../edge/body.ts'
import { pathId } from '../../edge/path-id.ts'
import type { UserId } from '../../kernel/ids.ts'
import { wordsOf } from '../../pages/reader.ts'
import {
  newAttestation,
  newColleague,
  type AnsweredGuest,
  type Colleagues,
} from '../../wire/account-guests.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { closedTo, tenantIdOf } from '../organizations.ts'
import { SpokenRefusal } from '../spoken.ts'
import { shapeOf } from './guests.ts'

const guestNotFound = (x: Exchange): SpokenRefusal =>
  new SpokenRefusal('guestNotFound', wordsOf(x.c).answering.refused.notFound)

export const guestIdOf = (x: Exchange): Which => {
  const userId = pathId<UserId>(x.c, 'guestId')
  if (userId === undefined) throw guestNotFound(x)
  return { tenantId: tenantIdOf(x), userId }
}

const whoIs = ({ session: { personId, sessionId } }: Exchange) => ({ personId, sessionId })

const notKept = async (
  x: Exchange,
  { tenantId }: Which,
  { outcome }: Kept,
): Promise<SpokenRefusal> =>
  outcome === 'notFound' ? guestNotFound(x) : closedTo(x, tenantId, true)

type Refused = keyof ReturnType<typeof wordsOf>['answering']['refused']
const refused = (x: Exchange, reason: Refused): SpokenRefusal =>
  new SpokenRefusal('cannotKeep', wordsOf(x.c).answering.refused[reason], {
    details: { reasons: [reason] },
  })

/** One of my guests as they stand. Refuses where I do not answer for them. */
export const myGuest = async (x: Exchange, which: Which): Promise<AnsweredGuest> => {
  const guest = await readStanding(x.db, x.session.personId, which)
  if (guest === undefined) throw guestNotFound(x)
  if (await isShutTo(x.db, which.tenantId, x.session.sessionId))
    throw await closedTo(x, which.tenantId, true)
  return shapeOf(x, guest)
}

/** A guest whom I can take over. Refuses where somebody answers, or I see nobody there. */
export const guestOfNobody = async (x: Exchange, which: Which): Promise<AnsweredGuest> => {
  const { personId, sessionId } = x.session
  const open = await openTenants(x.db, { personId, sessionId })
  const [me] = await whereSeesAll(
    x.db,
    personId,
    open.filter((one) => one === which.tenantId),
  )
  const guest = me === undefined ? undefined : await readUnanswered(x.db, which)
  if (guest === undefined) throw guestNotFound(x)
  return shapeOf(x, guest)
}

/** Says that the guest is still needed; how they stand then. */
export const keepAt = async (
  x: Exchange,
  which: Which,
  until: Date | undefined,
): Promise<AnsweredGuest> => {
  const result = await keepGuest(x.db, whoIs(x), which, until, x)
  if (result.outcome === 'kept') return myGuest(x, which)
  if (result.outcome === 'notProlonged') throw refused(x, result.reason)
  if (result.outcome === 'guestDisabled') throw refused(x, 'guestDisabled')
  throw await notKept(x, which, { outcome: result.outcome })
}

export const giveUpAt = async (x: Exchange, which: Which): Promise<void> => {
  const result = await giveUpGuest(x.db, whoIs(x), which, x)
  if (result.outcome === 'givenUp') return
  if (result.outcome === 'throughGroup') throw refused(x, 'throughGroup')
  throw await notKept(x, which, { outcome: result.outcome })
}

const longestSearch = 256

/** Who could answer in my place. Refuses where I do not answer for the guest. */
export const colleaguesAt = async (
  x: Exchange,
  which: Which,
  typed: string,
): Promise<Colleagues> => {
  await myGuest(x, which)
  const search = typed.trim().slice(0, longestSearch)
  const me = { personId: x.session.personId, tenantId: which.tenantId }
  const found = await listColleagues(x.db, me, search === '' ? undefined : search)
  return { value: [...found.colleagues], more: found.more }
}

export const passOnAt = async (x: Exchange, which: Which, colleagueId: UserId): Promise<void> => {
  const result = await passOnGuest(x.db, whoIs(x), which, colleagueId, x)
  const { handOver: words } = wordsOf(x.c)
  if (result.outcome === 'passedOn') return
  if (result.outcome === 'throughGroup') throw refused(x, 'throughGroup')
  if (result.outcome === 'successorNotFound')
    throw new SpokenRefusal('successorNotFound', words.notFound)
  if (result.outcome !== 'successorRefused')
    throw await notKept(x, which, { outcome: result.outcome })
  const { reasons } = result
  const { organization } = await myGuest(x, which)
  const why = reasons.map((code) => words.refused[code](organization.displayName)).join(' ')
  throw new SpokenRefusal('successorRefused', why, { details: { reasons } })
}

export const takeOverAt = async (x: Exchange, which: Which): Promise<void> => {
  const result = await takeOverGuest(x.db, whoIs(x), which, x)
  if (result.outcome === 'taken') return
  if (result.outcome === 'answered') throw refused(x, 'answered')
  throw await notKept(x, which, { outcome: result.outcome })
}

export const showMyGuest: Handler = async (x) => x.c.json(await myGuest(x, guestIdOf(x)))

export const attestMyGuest: Handler = async (x) => {
  const which = guestIdOf(x)
  const { until } = await readJson(x.c, newAttestation, { mayBeEmpty: true })
  return x.c.json(await keepAt(x, which, until === undefined ? undefined : new Date(until)))
}

export const giveUpMyGuest: Handler = async (x) => {
  await giveUpAt(x, guestIdOf(x))
  return x.c.body(null, 204)
}

export const listMyColleagues: Handler = async (x) =>
  x.c.json(await colleaguesAt(x, guestIdOf(x), x.c.req.query('search') ?? ''))

export const passOnMyGuest: Handler = async (x) => {
  const which = guestIdOf(x)
  const { colleagueId } = await readJson(x.c, newColleague)
  await passOnAt(x, which, colleagueId.toLowerCase() as UserId)
  return x.c.body(null, 204)
}

export const takeOverGuestOfNobody: Handler = async (x) => {
  const which = guestIdOf(x)
  await takeOverAt(x, which)
  return x.c.json(await myGuest(x, which))
}
