/** What the page of a user begins with, and what happened to them as one timeline. */
import { asks } from '../../access/permission.ts'
import { findDeletedUser } from '../../directory/deleted/list.sql.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import { readReach } from '../../directory/links/reach.sql.ts'
import { readHowTheyCame, type HowTheyCame } from '../../invitations/how-they-came.sql.ts'
import { summarize } from '../../wire/graph/users/summary.ts'
import { listTimeline, listToldMails } from '../../events/timeline.sql.ts'
import type { GraphRoute, Handler } from '../exchange.ts'
import { answerList, pageOf, told } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { userParam } from './param.ts'
import { timelineShape, together } from './timeline-mails.ts'

const list: Handler = async (x) => {
  const which = await userParam(x)
  const { tenantId, userId } = which
  const page = pageOf(x, true)
  const events = await listTimeline(x.db, which, page)
  const mails = await listToldMails(x.db, which, page)
  const user =
    (await readUser(x.db, tenantId, userId)) ?? (await findDeletedUser(x.db, tenantId, userId))
  if (user === undefined) throw notFound(userId)
  const { displayName } = user
  const theirs = mails.map((mail) => ({ ...mail, userId, displayName }))
  const found = together(events, theirs, page.limit)
  return answerList(x, 'auditLogs/directoryAudits', found, timelineShape)
}

const invitationOf = ({ invitedAt, invitedBy, message, mailState, ...came }: HowTheyCame) =>
  invitedAt && {
    invitedBy,
    createdDateTime: invitedAt.toISOString(),
    message,
    state: came.state,
    acceptedDateTime: came.acceptedAt?.toISOString() ?? null,
    expirationDateTime: came.expiresAt.toISOString(),
    mailState,
  }

const disabledOf = ({ accountEnabled, disabledAt, disabledBy, disabledByPolicy }: HowTheyCame) =>
  accountEnabled
    ? null
    : {
        dateTime: disabledAt?.toISOString() ?? null,
        byPolicy: disabledByPolicy,
        by: disabledBy,
      }

const summary: Handler = async (x) => {
  const which = await userParam(x)
  const came = await readHowTheyCame(x.db, which, x.now)
  if (came === undefined) throw notFound(which.userId)
  return told(x, summarize, {
    invitation: invitationOf(came),
    disabled: disabledOf(came),
    reach: await readReach(x.db, which),
  })
}

export const timelineRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users/:id/guesthouse.timeline',
    permission: asks('audit.read', 'GET /auditLogs/directoryAudits'),
    takes: { page: true, select: timelineShape },
    handler: list,
  },
  {
    method: 'GET',
    path: '/users/:id/guesthouse.summary',
    permission: asks('users.inspect', 'GET /users/{id}'),
    operation: summarize,
    handler: summary,
  },
]
