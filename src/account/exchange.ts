/** What a handler of the account edge is given, and how its permission is judged before it runs. */
import { bearerToken, boundToKeyWords } from '../edge/bearer.ts'
import type { EdgeContext, Route, Services } from '../edge/routes.ts'
import { Refusal } from '../edge/refusal.ts'
import { refusals } from '../edge/refusals/refusals.ts'
import { aroundOf } from '../edge/request.ts'
import type { Around } from '../events/event.ts'
import { bearerJudge, type BearerJudge, type Refused } from '../tokens/bearer.ts'
import { languageOf, SpokenRefusal } from './spoken.ts'
import type { Session } from '../people/sessions.ts'
import type { Database } from '../store/database.ts'
import { noteReader, wordsOf } from '../pages/reader.ts'
import type { BlockersWords } from '../words/en/blockers.ts'
import { issuerPaths, peopleIssuerId, type AccountScope } from '../wire/sign-on.ts'

/**
 * What a row asks: who, and with which scopes, any of them. `anyone`: no token. `person`: a token
 * of somebody who is signed in. `enabledPerson`: the same of somebody whose home account is not
 * disabled. Leaving asks for `person` only, so that the rule, and not the door, says why somebody
 * disabled at home cannot leave.
 */
export type Permission = {
  readonly who: 'anyone' | 'person' | 'enabledPerson'
  readonly scopes: readonly AccountScope[]
}

/** No token is asked for. */
export const open: Permission = { who: 'anyone', scopes: [] }
/** Looking needs the smaller scope, or the larger one. */
export const reading = (who: 'person' | 'enabledPerson'): Permission => ({
  who,
  scopes: ['Account.Read', 'Account.ReadWrite'],
})
/** Everything else needs the larger one. */
export const changing = (who: 'person' | 'enabledPerson'): Permission => ({
  who,
  scopes: ['Account.ReadWrite'],
})

export type Exchange = Around & {
  readonly c: EdgeContext
  readonly db: Database
  readonly publicUrl: string
  /** Seals what clients hand back. */
  readonly sealKey: Buffer
  readonly session: Session
  /** What the person is told, in their language. */
  readonly words: BlockersWords
}

export type Handler = (x: Exchange) => Promise<Response>
/** A row takes the query options that it names, and no others. */
export type AccountRoute = Route<Permission, Handler> & { readonly takes?: readonly string[] }

const nobody = null as unknown as Session

/** Judges a route's permission and runs its handler. Refuses with 401 or 403. */
export const admitTo = (services: Services) => {
  const judge = bearerJudge(services)
  return async (c: EdgeContext, route: AccountRoute): Promise<Response> => {
    const { who, scopes } = route.permission
    const session = who === 'anyone' ? nobody : await sessionOf(services, judge, c, scopes)
    if (who === 'enabledPerson' && !session.homeEnabled) {
      throw new SpokenRefusal(
        'accountDisabled',
        whyNotEnabled(session, wordsOf(c).blockers.refusal),
      )
    }
    refuseUnknownOptions(c, route.takes ?? [])
    c.header('content-language', languageOf(c))
    return route.handler({
      c,
      db: services.db,
      ...aroundOf(c),
      publicUrl: services.publicUrl,
      sealKey: services.sealKey,
      session,
      words: wordsOf(c).blockers,
    })
  }
}

// What is not understood is refused, not ignored: a filter that is nothing here would answer with
// everything (K14).
const refuseUnknownOptions = (c: EdgeContext, takes: readonly string[]): void => {
  const names = [...new URL(c.req.url).searchParams.keys()]
  const wrong = names.find((name, place) => !takes.includes(name) || names.indexOf(name) !== place)
  if (wrong === undefined) return
  const known =
    takes.length === 0
      ? 'This address takes no query options.'
      : `This address takes ${takes.join(' and ')}, each once.`
  throw new Refusal(
    'invalidRequest',
    `The query option '${wrong.slice(0, 100)}' is not taken here. ${known}`,
  )
}

// A deleted account is enabled by nobody, so nobody is sent to ask for that (R130).
const whyNotEnabled = ({ homeUserId }: Session, words: BlockersWords['refusal']): string =>
  homeUserId === null ? words.homeAccountDeleted : words.homeAccountDisabled

const words: Readonly<Record<Exclude<Refused['outcome'], 'ended'>, string>> = {
  expired: 'The access token has expired. Ask for a new one.',
  audience:
    'The access token is not for the account API. Ask the issuer of people for one; docs/account.md says how.',
  invalid: 'The access token is not valid. Ask for a new one.',
  boundToKey: boundToKeyWords,
}

const sessionOf = async (
  services: Services,
  judge: BearerJudge,
  c: EdgeContext,
  scopes: readonly AccountScope[],
): Promise<Session> => {
  const token = bearerToken(c)
  if (token === undefined)
    throw unauthorized(services, 'signInNeeded', refusals.signInNeeded.caller)
  const found = await judge.person(token, c.get('now'))
  if (found.outcome === 'ended')
    throw unauthorized(
      services,
      'signInNeeded',
      wordsOf(c).blockers.refusal.signedOut,
      SpokenRefusal,
    )
  if (found.outcome !== 'person') throw unauthorized(services, 'invalidToken', words[found.outcome])
  requireScope(found.scopes, scopes)
  const { session } = found
  noteReader(c, session.languages, null)
  if (session.homeUserId !== null) c.set('userId', session.homeUserId)
  return session
}

const requireScope = (scopes: readonly string[], needed: readonly AccountScope[]): void => {
  if (needed.some((scope) => scopes.includes(scope))) return
  throw new Refusal(
    'insufficientScope',
    `The access token does not allow this. Ask for one with the scope ${needed.join(' or ')}.`,
    {
      headers: {
        'www-authenticate': `Bearer error="insufficient_scope", scope="${needed[0] ?? ''}"`,
      },
    },
  )
}

const unauthorized = (
  { publicUrl }: Services,
  code: 'signInNeeded' | 'invalidToken',
  message: string,
  Kind = Refusal,
): Refusal =>
  new Kind(code, message, {
    headers: {
      'www-authenticate': `Bearer authorization_uri="${publicUrl}${issuerPaths(peopleIssuerId).authorization}"`,
    },
  })
