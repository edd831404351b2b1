/** The addresses by which an account is said to be needed, described. */
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { z } from 'zod'
import * as wire from '../../wire/account-guests.ts'
import { accountError } from '../../wire/account.ts'
import { id, json, notFound, operation, organization } from '../open-api-parts.ts'

const which = {
  path: z.object({
    id: id.meta({ description: 'The id of the organization' }),
    guestId: id.meta({ description: 'The id of the guest there' }),
  }),
}
const paged = { query: z.object({ after: z.string().optional() }) }
const noGuest = { '404': json(accountError, 'I answer for no such guest') }
const body = (schema: z.ZodType, required = true) => ({
  required,
  content: { 'application/json': { schema } },
})
const at = '/account/organizations/{id}/guests/{guestId}'

export const answeringPaths: ZodOpenApiPathsObject = {
  '/account/organizations/{id}/attestation': {
    get: operation('showNeed', 'Until when my account there stands (R133, R134)', {
      requestParams: organization,
      responses: { '200': json(wire.ownNeed, 'What ends it next'), ...notFound },
    }),
    post: operation('attest', 'Say that I still need my account there (R136)', {
      requestParams: organization,
      responses: {
        '200': json(wire.ownNeed, 'What ends it next, now that it is said'),
        ...notFound,
        '409': json(accountError, 'I cannot say it of myself; `reasons` says why'),
      },
    }),
  },
  '/account/guests': {
    get: operation('listMyGuests', 'The guests for whom I answer, in all my organizations', {
      requestParams: paged,
      responses: { '200': json(wire.answeredGuests, 'By name, 25 at a time') },
    }),
  },
  '/account/guests/unanswered': {
    get: operation('listGuestsOfNobody', 'Guests whom I can take over, as nobody answers', {
      requestParams: paged,
      responses: { '200': json(wire.answeredGuests, 'By name, 25 at a time') },
    }),
  },
  [at]: {
    get: operation('showMyGuest', 'A guest for whom I answer', {
      requestParams: which,
      responses: { '200': json(wire.answeredGuest, 'The guest'), ...noGuest },
    }),
  },
  [`${at}/attestation`]: {
    post: operation('keepGuest', 'Say that the guest is still needed, and prolong (R133, R136)', {
      requestParams: which,
      requestBody: body(wire.newAttestation, false),
      responses: {
        '200': json(wire.answeredGuest, 'The guest, now that it is said'),
        ...noGuest,
        '409': json(accountError, 'It cannot be done; `reasons` says why'),
      },
    }),
  },
  [`${at}/sponsor`]: {
    put: operation('takeOverGuest', 'Answer for a guest for whom nobody does', {
      requestParams: which,
      responses: {
        '200': json(wire.answeredGuest, 'I answer for the guest'),
        '404': json(accountError, 'I see no users there'),
        '409': json(accountError, 'Somebody answers by now'),
      },
    }),
    delete: operation('giveUpGuest', 'Answer for the guest no longer', {
      requestParams: which,
      responses: {
        '204': { description: 'I answer no longer' },
        ...noGuest,
        '409': json(accountError, 'A group that I own answers'),
      },
    }),
  },
  [`${at}/colleagues`]: {
    get: operation('listColleagues', 'Who could answer for the guest in my place', {
      requestParams: { ...which, query: z.object({ search: z.string().optional() }) },
      responses: { '200': json(wire.colleagues, 'Members whom I see there'), ...noGuest },
    }),
  },
  [`${at}/passOn`]: {
    post: operation('passOnGuest', 'A colleague answers for the guest in my place', {
      requestParams: which,
      requestBody: body(wire.newColleague),
      responses: {
        '204': { description: 'The colleague answers, and is told' },
        '404': json(accountError, 'I answer for no such guest, or see nobody of this id'),
        '409': json(accountError, 'The colleague cannot; `reasons` says why'),
      },
    }),
  },
  '/account/review': {
    get: operation('showReview', 'In how many organizations I am, and which share is unused', {
      responses: { '200': json(wire.yearlyReview, 'The look back') },
    }),
  },
  '/account/review/mails': {
    put: operation('wantReviews', 'Tell me so by mail once a year', {
      responses: { '204': { description: 'It comes' } },
    }),
    delete: operation('refuseReviews', 'No such mail', {
      responses: { '204': { description: 'It does not come' } },
    }),
  },
}
