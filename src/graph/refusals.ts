/**
 * Refusals of this edge. Graph's catalogue of codes is closed, and clients know it: what is ours is
 * told inside, as the code of the inner error, which is where OData puts a more exact one.
 */
import { Refusal } from '../edge/refusal.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { isUuid } from '../kernel/ids.ts'
import { catalogue, type CatalogueCode, type PropertyFault } from '../edge/refusals/refusal-kind.ts'
import type { PropertyRefusal } from '../edge/refusals/of-properties.ts'
import { refusals, type RefusalCode } from '../edge/refusals/refusals.ts'

const byStatus = new Map<number, CatalogueCode>([
  [401, 'InvalidAuthenticationToken'],
  [403, 'Authorization_RequestDenied'],
  [404, 'Request_ResourceNotFound'],
  [500, 'InternalServerError'],
  [503, 'ServiceUnavailable'],
])

const unreadable =
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.'

/**
 * What the edge says alike everywhere, in the words of the catalogue, which clients compare with.
 */
const words: Readonly<Partial<Record<RefusalCode, string>>> = {
  invalidJson: unreadable,
  wrongContentType: unreadable,
  emptyBody: 'Empty Payload. JSON content expected.',
  methodNotAllowed: 'Specified HTTP method is not allowed for the request target.',
}

/** A refusal's code of the catalogue, our own where it has one, and its words. */
export const toldBy = ({
  code,
  status,
  message,
}: Refusal): { code: string; ours: RefusalCode | undefined; message: string } =>
  Object.hasOwn(catalogue, code)
    ? { code, ours: undefined, message }
    : {
        code: refusals[code].graph ?? byStatus.get(status) ?? 'Request_BadRequest',
        ours: code,
        message: words[code] ?? message,
      }

/** What a client calls its request by; ours where it has no name for it. */
export const correlationOf = (c: EdgeContext): string => {
  const theirs = c.req.header('client-request-id')
  return theirs !== undefined && isUuid(theirs) ? theirs : c.get('requestId')
}

/** A refusal as this edge tells it: the envelope of Microsoft Graph (contract §2.1). */
export const refusalBody = (c: EdgeContext, refusal: Refusal): object => {
  const { code, ours, message } = toldBy(refusal)
  const innerError = {
    ...(ours === undefined ? {} : { code: ours }),
    date: c.get('now').toISOString().slice(0, 19),
    'request-id': c.get('requestId'),
    'client-request-id': correlationOf(c),
  }
  return { error: { code, message, ...refusal.details, innerError } }
}

/** The refusal of a request that cannot be read: its address, or an option in it. */
export const misread = (message: string): Refusal => new Refusal('BadRequest', message)

/**
 * The refusal of what a program alone sends, and the admin centre never: its message is all there
 * is. What an administrator can meet has a code.
 */
export const programFault = (message: string): Refusal => new Refusal('Request_BadRequest', message)

/** The refusal of a subscription that cannot be made so, in the code that clients of them know. */
export const invalidSubscription = (message: string): Refusal =>
  new Refusal('InvalidRequest', message)

/** The refusal of a link whose body names another object than its address. */
export const notTheSame = (): Refusal =>
  programFault('The object in the path and in the body are not the same.')

/** The sentence about a property that has to be sent and was not. */
export const valueRequired = (property: string, resource: string): string =>
  `A value is required for property '${property}' of resource '${resource}'.`

/** The sentence about a property that there is none of. */
export const noProperty = (name: string, type: string): string =>
  `Could not find a property named '${name.slice(0, 100)}' on type '${type}'.`

/** The refusal of a request that is understood but cannot be done; the codes stand in `details`. */
export const badRequest = (
  message: string,
  details: { readonly details: readonly Readonly<Record<'code' | 'message' | 'target', string>>[] },
): Refusal => new Refusal('Request_BadRequest', message, { details })

/**
 * The refusal of what one property says: its name lets a form tell it beside its field. `about` is
 * the value that is wrong where the property holds many, and the sentence with it in it.
 */
export const badProperty = (
  target: string,
  code: PropertyRefusal | 'foreignDomain',
  about?: { readonly value: string; readonly message: string },
): Refusal => {
  const { message = refusals[code].caller, ...value } = about ?? {}
  return new Refusal(code, message, {
    details: { details: [{ code: 'InvalidValue', message, target, ...value }] },
  })
}

/** The refusal of what one property says, by a code that stands in `details` alone. */
export const refusedProperty = (
  target: string,
  message: string,
  code: PropertyFault | 'lastAdministrator',
): Refusal => badRequest(message, { details: [{ code, message, target }] })

/** The refusal of a way of asking that Graph has and this list has not. */
export const unsupported = (message: string): Refusal =>
  new Refusal('Request_UnsupportedQuery', message)

/** The refusal of where a page begins, which this list did not say. */
export const expiredPage = (): Refusal =>
  new Refusal(
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  )

export const badFilter = (why: string): Refusal => misread(`Invalid filter clause: ${why}`)

/** The refusal of what the caller's roles or scopes do not cover. */
export const denied = (why: string): Refusal =>
  new Refusal(
    'Authorization_RequestDenied',
    `Insufficient privileges to complete the operation. ${why}`,
  )

/** The refusal of what an application cannot do by itself. */
export const needsPerson = (): Refusal =>
  denied(
    'An application cannot do this by itself: it takes a person. Do it with a token of somebody who has signed in to the application.',
  )

/** 403 where an application would give itself something. */
export const raisesItself = (): Refusal =>
  denied(
    'An application cannot give itself more than it has, nor change how one gets at it: its secrets, certificates, issuers, addresses and owners. Somebody else does.',
  )

/** The refusal of a sensitive action on somebody whose own roles stand above the caller's (R49). */
export const notAllowedOnTarget = (): Refusal => denied(refusals.targetTooHigh.caller)

/** The refusal of an answer that would be too long, as Graph has it. */
export const tooMany = (): Refusal => new Refusal('Directory_ResultSizeLimitExceeded')

/** The 404 of Graph. */
export const notFound = (id: string): Refusal =>
  new Refusal(
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

/** There is such an object already. */
export const conflicting = (): Refusal =>
  new Refusal(
    'Request_MultipleObjectsWithSameKeyValue',
    'A conflicting object with one or more of the specified property values is present in the directory.',
  )

/** What is linked already: `property` as the address has it. */
export const alreadyLinked = (property: string): Refusal =>
  new Refusal(
    'alreadyLinked',
    `One or more added object references already exist for the following modified properties: '${property}'.`,
  )

/** What is to be taken away and is not there. */
export const notLinked = (property: string): Refusal =>
  new Refusal(
    'Request_ResourceNotFound',
    `One or more removed object references do not exist for the following modified properties: '${property}'.`,
  )

/** Graph answers an unknown path with 400, not 404. */
export const unknownSegment = (segment: string): Refusal =>
  misread(`Resource not found for the segment '${segment.slice(0, 200)}'.`)

// Words of the protocol: /users/delta, /groups/$count, a cast, a call. They are no ids, and looking
// them up as such would say that something is gone.
const wordOfProtocol = /^(?:\$.*|delta|(?:microsoft\.)?graph\..*|.*\(.*\))$/i

/** The refusal of a key that is none: as an unknown segment where it is a word of the protocol. */
export const unknownId = (value: string): Refusal =>
  wordOfProtocol.test(value) ? unknownSegment(value) : notFound(value)
