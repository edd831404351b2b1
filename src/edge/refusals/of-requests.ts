/** Refusals of a request as such: how it was made, by whom, and how the server is. */
import { page } from '../../words/en/page.ts'
import type { RefusalKind } from './refusal-kind.ts'

const { refusal: words } = page

const clientsFault = 'A fault of the client. If it is one of ours, report it with the request id.'

export const refusalsOfRequests = {
  notFound: {
    status: 404,
    caller: words.notFound,
    operator: 'Nobody serves this address. Many of them from one network are somebody looking.',
  },
  methodNotAllowed: {
    status: 405,
    caller: 'This address is not used in this way; the header Allow says how it is.',
    operator: clientsFault,
  },
  bodyTooLarge: {
    status: 413,
    caller: 'The request is larger than is taken. Send less at once.',
    operator: 'A client sends too much at once. The limit is fixed.',
  },
  emptyBody: {
    status: 400,
    graph: 'BadRequest',
    caller: 'The request needs a body, and has none. Send one as application/json.',
    operator: clientsFault,
  },
  wrongContentType: {
    status: 415,
    graph: 'BadRequest',
    caller: 'Send the body as application/json.',
    operator: clientsFault,
  },
  invalidJson: {
    status: 400,
    graph: 'BadRequest',
    caller: 'The request body is not valid JSON. Check for a missing quote, comma or bracket.',
    operator: clientsFault,
  },
  invalidRequest: {
    status: 400,
    graph: 'BadRequest',
    caller: 'The request cannot be used as it is; the message says what is wrong with it.',
    operator: clientsFault,
  },
  crossSiteRequest: {
    status: 403,
    caller: words.crossSiteRequest,
    operator:
      'A page of another site sent it, or GUESTHOUSE_URL is not the address that people use. Look at that setting and at the proxy.',
  },
  tooManyRequests: {
    status: 429,
    caller: 'Too much was asked from your network. Wait a few seconds, then try again.',
    operator:
      'One network has had its share of what strangers may ask. If it is that of your proxy, set GUESTHOUSE_TRUSTED_PROXIES.',
  },
  signInNeeded: {
    status: 401,
    caller: 'This request has no access token. Sign in, and send one in the header Authorization.',
    operator: 'Nothing to do: somebody is not signed in, or not any more.',
  },
  invalidToken: {
    status: 401,
    caller: 'The access token is expired, or none for this API. Ask for a new one.',
    operator: 'For one client: its clock or its settings. For all: this machine’s clock.',
  },
  insufficientScope: {
    status: 403,
    caller: 'The access token does not allow this. Ask for one with the scope that is named.',
    operator: 'The application asks for too little; its registration lists what it may ask for.',
  },
  accountDisabled: {
    status: 403,
    caller: words.accountDisabled,
    operator: 'An administrator of their home has disabled them; the audit log there says who.',
  },
  signInOver: {
    status: 400,
    caller: words.signInOver,
    operator:
      'Somebody came back to a page that was kept. Where it happens to all, the proxy or the browser drops our cookies.',
  },
  notBuilt: {
    status: 503,
    caller: 'The web apps are not built yet. Run `npm run build`, then reload this page.',
    operator: 'The folder dist is missing: run `npm run build` where the server is installed.',
  },
  storeUnavailable: {
    status: 503,
    caller: words.storeUnavailable,
    operator:
      'PostgreSQL cannot be reached, or cannot write. The log says why; look at its disk, memory and connections.',
  },
  busy: {
    status: 503,
    caller: words.busy,
    operator:
      'More was asked at once than can be worked through, most often passwords to check. Add processors, or look for guessing.',
  },
  internalError: {
    status: 500,
    caller: words.internalError,
    operator: 'A bug. The log has the error under the request id; report it.',
  },
} as const satisfies Readonly<Record<string, RefusalKind>>
