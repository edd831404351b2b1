/** The words of a restore: what came back, what could not and why, and what stands against it. */
import { maxSponsors } from '../../wire/ties.ts'
import { Refusal } from '../../edge/refusal.ts'
import { refusals } from '../../edge/refusals/refusals.ts'
import type { LinkName } from '../../directory/deleted/plan.rule.ts'
import type { RestorePreview } from '../../directory/deleted/preview.ts'
import type { RestoreConflict } from '../../directory/deleted/restore.rule.ts'
import type { Link, LostLink, LostReason } from '../../directory/links/ties.rule.ts'

const lostWords = {
  groupDeleted: (name) => `The group ${name} was deleted meanwhile.`,
  applicationDeleted: (name) => `The application ${name} was deleted meanwhile.`,
  appRoleRemoved: (name) => `The role ${name} was removed from the application meanwhile.`,
  userDeleted: (name) => `${name} was deleted meanwhile. Restore that user to have the link back.`,
  roleGone: () => 'The directory role no longer exists.',
  tooManySponsors: (name) =>
    `${name}: a guest has at most ${maxSponsors} sponsors, and that many are there by now.`,
} satisfies Record<LostReason, (name: string) => string>

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

const conflictWords = {
  restoreWindowClosed: () =>
    'The time in which this user could be restored is over. It is being permanently deleted; nobody can stop that.',
  userPrincipalNameConflict: (holder) =>
    `${holder} now has this user principal name. Restore with a new one.`,
  proxyAddressConflict: (holder) =>
    `${holder} now has an address of this user. Restore without the clashing addresses, or change them there first.`,
  targetTooHigh: () => refusals.targetTooHigh.caller,
  personConflict: (holder) =>
    `The same person is already back as ${holder}. Delete that user first.`,
} satisfies Record<RestoreConflict['code'], (holder: string) => string>

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
