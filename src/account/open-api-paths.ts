/** Each address of the account API, described. */
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { z } from 'zod'
import { organizationsQuery } from '../wire/account-page.ts'
import * as wire from '../wire/account.ts'
import { newHandOver, succession } from '../wire/account-hand-over.ts'
import * as leaves from '../wire/account-leaves.ts'
import { myData } from '../wire/my-data.ts'
import { accountRequest, newRequest } from '../wire/account-requests.ts'
import * as access from '../wire/account-access.ts'
import { answeringPaths } from './answering/open-api-paths.ts'
import { id, json, notFound, operation, organization } from './open-api-parts.ts'

export const paths: ZodOpenApiPathsObject = {
  '/account/me': {
    get: operation('getMe', 'Who I am, and how I sign in', {
      responses: { '200': json(wire.me, 'Me') },
    }),
  },
  '/account/organizations': {
    get: operation('listOrganizations', 'My organizations, home first', {
      requestParams: { query: organizationsQuery },
      responses: {
        '200': json(
          wire.accountOrganizations,
          'Every organization I am in, or left and may come back to',
        ),
      },
    }),
  },
  '/account/organizations/{id}': {
    get: operation('previewLeaving', 'What leaving would end', {
      requestParams: organization,
      responses: { '200': json(wire.leavePreview, 'The preview'), ...notFound },
    }),
  },
  '/account/organizations/{id}/leave': {
    post: operation('leaveOrganization', 'Leave the organization', {
      requestParams: organization,
      responses: {
        '200': json(wire.departure, 'Left; asking again returns the same'),
        ...notFound,
        '409': json(wire.accountError, 'Something stands in the way: every blocker is listed'),
      },
    }),
  },
  '/account/organizations/{id}/handOver': {
    get: operation(
      'showSuccession',
      'What leaving would leave with nobody, and who could take it',
      {
        requestParams: { ...organization, query: z.object({ search: z.string().optional() }) },
        responses: { '200': json(succession, 'What goes over, and candidates'), ...notFound },
      },
    ),
    post: operation('handOver', 'Leave the organization, and hand over in the same step', {
      requestParams: organization,
      requestBody: { required: true, content: { 'application/json': { schema: newHandOver } } },
      responses: {
        '200': json(wire.departure, 'Handed over and left; asking again returns the same'),
        '404': json(wire.accountError, 'I do not belong there, or see nobody of this id there'),
        '409': json(
          wire.accountError,
          'Whom I named cannot take over, or I cannot leave; both undone',
        ),
      },
    }),
  },
  '/account/leaves': {
    post: operation('leaveOrganizations', 'Leave many organizations, one after the other', {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: leaves.newLeaves } },
      },
      responses: { '200': json(leaves.leaveOutcomes, 'What became of each') },
    }),
  },
  '/account/organizations/{id}/hidden': {
    put: operation('hideOrganization', 'Hide it in my list; nothing else changes', {
      requestParams: organization,
      responses: { '204': { description: 'Hidden' }, ...notFound },
    }),
    delete: operation('showOrganization', 'Show it in my list again', {
      requestParams: organization,
      responses: { '204': { description: 'Shown' }, ...notFound },
    }),
  },
  '/account/organizations/{id}/shown-at-home': {
    put: operation('showAtHome', 'Let my home see that I am a guest there (R141)', {
      requestParams: organization,
      responses: {
        '204': { description: 'Shown' },
        ...notFound,
        '409': json(wire.accountError, 'The organization tells no home of its guests'),
      },
    }),
    delete: operation('hideAtHome', 'Let my home see it no longer', {
      requestParams: organization,
      responses: { '204': { description: 'Not shown' }, ...notFound },
    }),
  },
  '/account/organizations/{id}/undo': {
    post: operation('undoLeaving', 'Undo that I left, by myself', {
      requestParams: organization,
      responses: {
        '200': json(wire.accountOrganization, 'I am there again'),
        ...notFound,
        '409': json(wire.accountError, 'I cannot undo it by myself; the message says why'),
      },
    }),
  },
  '/account/organizations/{id}/session': {
    post: operation('openOrganization', 'Open a session for the organization', {
      requestParams: organization,
      responses: { '200': json(wire.organizationSession, 'Open'), ...notFound },
    }),
  },
  '/account/organizations/{id}/applications': {
    get: operation('listApplications', 'The applications assigned to me there', {
      requestParams: {
        ...organization,
        query: z.object({ search: z.string().optional(), after: z.string().optional() }),
      },
      responses: { '200': json(wire.accountApplications, 'A page of applications, by name') },
    }),
  },
  '/account/organizations/{id}/invitation/accept': {
    post: operation(
      'acceptInvitation',
      'Accept the invitation of an organization that knows my home account',
      {
        requestParams: organization,
        responses: { '200': json(wire.invitationAccepted, 'I am a guest there now'), ...notFound },
      },
    ),
  },
  '/account/organizations/{id}/invitation/decline': {
    post: operation(
      'declineInvitation',
      'Decline it, also after its time is over; nothing of me is left there',
      {
        requestParams: organization,
        requestBody: {
          required: false,
          content: { 'application/json': { schema: wire.invitationDecline } },
        },
        responses: { '204': { description: 'Declined' }, ...notFound },
      },
    ),
  },
  '/account/organizations/{id}/data': {
    get: operation('downloadMyData', 'My data there, to keep', {
      requestParams: organization,
      responses: { '200': json(myData, 'Everything stored about me'), ...notFound },
    }),
  },
  '/account/data': {
    get: operation('downloadAllMyData', 'My data in all my organizations, as one archive', {
      responses: {
        '200': {
          description:
            'For each organization a page to read and the same as JSON; an index of them',
          content: { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } },
        },
      },
    }),
  },
  '/account/organizations/{id}/requests': {
    post: operation('askAdministrators', 'Ask to be removed, or to be restored', {
      requestParams: organization,
      requestBody: { required: true, content: { 'application/json': { schema: newRequest } } },
      responses: {
        '201': json(accountRequest, 'Asked'),
        '200': json(accountRequest, 'Asked before, still open'),
        ...notFound,
        '409': json(wire.accountError, 'There is nothing to ask for'),
      },
    }),
  },
  '/account/organizations/{id}/requests/{requestId}': {
    delete: operation('withdrawRequest', 'Take a request back that is not answered yet', {
      requestParams: { path: z.object({ id, requestId: id }) },
      responses: {
        '204': { description: 'Withdrawn' },
        '404': json(wire.accountError, 'No such request of mine'),
        '409': json(wire.accountError, 'It is answered already'),
      },
    }),
  },
  ...answeringPaths,
  '/account/refusals': {
    get: operation('listRefusals', 'Organizations whose further invitations I have refused', {
      responses: { '200': json(wire.accountRefusals, 'By name') },
    }),
    post: operation(
      'refuseInvitations',
      'Refuse all further invitations from an organization that I have left',
      {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: wire.newRefusal } },
        },
        responses: {
          '204': { description: 'Refused' },
          ...notFound,
          '409': json(wire.accountError, 'I am still there'),
        },
      },
    ),
  },
  '/account/refusals/{id}': {
    delete: operation(
      'takeBackRefusal',
      'Take a refusal back: the organization may invite me again',
      {
        requestParams: { path: z.object({ id }) },
        responses: {
          '204': { description: 'Taken back' },
          '404': json(wire.accountError, 'No such refusal'),
        },
      },
    ),
  },
  '/account/sign-ins': {
    get: operation('listSignIns', 'My sign-ins, the newest 100, at home and in my organizations', {
      responses: { '200': json(access.accountSignIns, 'Newest first') },
    }),
  },
  '/account/sessions': {
    get: operation('listSessions', 'Where I am signed in', {
      responses: { '200': json(access.accountSessions, 'My sessions') },
    }),
  },
  '/account/sessions/{id}': {
    delete: operation('endSession', 'End one of my sessions', {
      requestParams: { path: z.object({ id }) },
      responses: {
        '204': { description: 'Ended' },
        '404': json(wire.accountError, 'No such session'),
      },
    }),
  },
  '/account/consents': {
    get: operation(
      'listConsents',
      'The applications that can act for me, in all my organizations',
      {
        responses: {
          '200': json(
            access.accountConsents,
            "Those that I allowed everything, then home's, then the others; at most 200",
          ),
        },
      },
    ),
  },
  '/account/consents/{id}': {
    delete: operation('endConsent', 'End what an application may do for me', {
      requestParams: {
        path: z.object({ id: id.meta({ description: "The application's client id" }) }),
      },
      responses: {
        '204': {
          description: 'Ended, with every token; before it can act for me again I am asked',
        },
        '404': json(wire.accountError, 'No application with this id can act for me'),
      },
    }),
  },
}
