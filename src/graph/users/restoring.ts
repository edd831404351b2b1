/** Restoring a deleted user: the preview, the act, and why not. */
import { previewRestore } from '../../directory/deleted/preview.ts'
import { restoreUser } from '../../directory/deleted/restore.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { UserId } from '../../kernel/ids.ts'
import { authorityOf, idParam, type Exchange, type Handler } from '../exchange.ts'
import type { AnswerOf } from '../../wire/graph/definition/answer.ts'
import {
  previewRestore as previewing,
  restoreReport,
  restoreUser as restoring,
} from '../../wire/graph/users/restoring.ts'
import { readSent } from '../body.ts'
import { entity, told } from '../query/answers.ts'
import {
  linkShape,
  lostLinkShape,
  previewShape,
  restoreRefused,
  unknownLink,
} from './restore-words.ts'
import { userObjectShape } from './shape.ts'
import { notAllowedOnTarget, notFound } from '../refusals.ts'

export const whichOf = (x: Exchange): { tenantId: Exchange['tenantId']; userId: UserId } => ({
  tenantId: x.tenantId,
  userId: idParam<UserId>(x, 'id'),
})

export const showPreview: Handler = async (x) => {
  const which = whichOf(x)
  const preview = await previewRestore(x.db, which, authorityOf(x), x.now)
  if (preview === undefined) throw notFound(which.userId)
  return told(x, previewing, previewShape(preview))
}

export const restore: Handler = async (x) => {
  const options = await readSent(x, restoring, { mayBeEmpty: true })
  const which = whichOf(x)
  const result = await restoreUser(x.db, which, options, authorityOf(x), x.context)
  if (result.outcome === 'notFound') throw notFound(which.userId)
  if (result.outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (result.outcome === 'foreignDomain') throw new Refusal('foreignDomain')
  if (result.outcome === 'unknownLink') throw unknownLink(result.link)
  if (result.outcome === 'conflicts') throw restoreRefused(result.conflicts)
  const report: AnswerOf<typeof restoreReport> = {
    'guesthouse.restoreReport': {
      restored: result.report.restored.map(linkShape),
      skipped: result.report.skipped.map(lostLinkShape),
      leftOut: result.report.leftOut.map(linkShape),
      asksPerson: result.report.asksPerson,
    },
  }
  const user = await readUser(x.db, x.tenantId, which.userId)
  if (user === undefined) throw notFound(which.userId)
  return entity(
    x,
    'directoryObjects',
    { ...userObjectShape, of: () => ({ ...userObjectShape.of(user, x), ...report }) },
    user,
  )
}
