/** The words of a restore: what came back, what could not and why, and what stands against it. */
import { Refusal } from '../../edge/refusal.ts'
import type { LinkName } from '../../directory/deleted/plan.rule.ts'
import type { RestorePreview } from '../../directory/deleted/preview.ts'
import type { RestoreConflict } from '../../directory/deleted/restore.rule.ts'
import type { Link, LostLink, LostReason } from '../../directory/links/ties.rule.ts'
import { deleted } from '../../words/en/admin/deleted.ts'

const lostWords: Readonly<Record<LostReason, (name: string) => string>> = deleted.lost

export const linkShape = ({ kind, item, id, displayName }: Link) => ({
  kind,
  item,
  id,
  displayName,
})

export const lostLinkShape = (link: LostLink) => ({
  ...linkShape(link),
  reason: link.lost,
  message: lostWords[link.lost](link.displayName),
})

const conflictWords: Readonly<Record<RestoreConflict['code'], (holder: string) => string>> =
  deleted.conflicts

export const conflictError = (conflict: RestoreConflict) => {
  const holder = 'holder' in conflict ? conflict.holder : undefined
  return {
    code: conflict.code,
    message: conflictWords[conflict.code](holder?.displayName ?? ''),
    ...(holder === undefined ? {} : { holder }),
  }
}

/** The refusal of a restore for these conflicts, all of which it tells, by the first of them. */
export const restoreRefused = (conflicts: readonly RestoreConflict[]): Refusal => {
  const errors = conflicts.map(conflictError)
  const details = errors.map(({ code, message, holder }) => ({
    code,
    message,
    target: code,
    ...(holder === undefined ? {} : { 'guesthouse.holder': holder }),
  }))
  return new Refusal(
    errors[0]?.code ?? 'noLongerPossible',
    errors.map(({ message }) => message).join(' '),
    { details: { details } },
  )
}

export const unknownLink = ({ kind, item }: LinkName): Refusal =>
  new Refusal(
    'unknownLink',
    `The user had no link of kind '${kind}' with the item '${item}' that could be left out.`,
  )

export const previewShape = (preview: RestorePreview) => ({
  comesBack: preview.comesBack.map(linkShape),
  cannotComeBack: preview.cannotComeBack.map(lostLinkShape),
  conflicts: preview.conflicts.map(conflictError),
  asksPerson: preview.asksPerson,
})
