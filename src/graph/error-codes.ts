/**
 * The codes of errors. Graph's catalogue is closed, and clients know it: what is ours is told
 * inside, as the code of the inner error, which is where OData puts a more exact one.
 */
import type { Refusal } from '../edge/refusal.ts'

/** Graph's own codes, as far as they are answered here. */
const catalogue = new Set([
  'Authorization_RequestDenied',
  'BadRequest',
  'Forbidden',
  'InternalServerError',
  'InvalidAuthenticationToken',
  'Request_BadRequest',
  'Request_MultipleObjectsWithSameKeyValue',
  'Request_ResourceNotFound',
  'Request_UnsupportedQuery',
  'ServiceUnavailable',
])

/** Ours that have another place in the catalogue than their status gives them. */
const places = new Map<string, string>([
  ...[
    'addressOfAnotherGuest',
    'alreadyGuest',
    'alreadyMember',
    'guestDisabled',
    'guestHomeGone',
    'guestOfNobody',
    'personConflict',
    'proxyAddressConflict',
    'softDeletedUserExists',
    'userPrincipalNameConflict',
  ].map((code) => [code, 'Request_MultipleObjectsWithSameKeyValue'] as const),
  ['domainNotAllowed', 'Forbidden'],
  ['invalidJson', 'BadRequest'],
  ['emptyBody', 'BadRequest'],
  ['invalidRequest', 'BadRequest'],
  ['wrongContentType', 'BadRequest'],
])

const byStatus = new Map([
  [401, 'InvalidAuthenticationToken'],
  [403, 'Authorization_RequestDenied'],
  [404, 'Request_ResourceNotFound'],
  [500, 'InternalServerError'],
  [503, 'ServiceUnavailable'],
])

/**
 * What the edge says alike everywhere, in the words of the catalogue, which clients compare with.
 */
const words = new Map([
  [
    'invalidJson',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  ],
  [
    'wrongContentType',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  ],
  ['emptyBody', 'Empty Payload. JSON content expected.'],
  ['methodNotAllowed', 'Specified HTTP method is not allowed for the request target.'],
])

/** A refusal's code of the catalogue, our own where it has one, and its words. */
export const toldBy = ({
  code,
  status,
  message,
}: Refusal): { code: string; ours: string | undefined; message: string } => ({
  code: catalogue.has(code)
    ? code
    : (places.get(code) ?? byStatus.get(status) ?? 'Request_BadRequest'),
  ours: catalogue.has(code) ? undefined : code,
  message: words.get(code) ?? message,
})
