/**
 * Everything that can happen, as one union. An activity is a sentence in the past tense about one
 * target.
 */
import type { EventId, TenantId } from '../kernel/ids.ts'

/**
 * Rules R111 and R113: leaving, an administrator's removal, a policy's removal, restoring and
 * purging are different activities.
 */
export const activities = [
  'organization.created',
  'organization.updated',
  'organization.stateChanged',
  'organization.leavingChanged',
  'organization.policyChanged',
  'organization.partnerChanged',
  'lifecyclePolicy.changed',
  'domain.added',
  'domain.claimed',
  'domain.verified',
  'domain.removed',
  'identityProvider.added',
  'identityProvider.updated',
  'identityProvider.removed',
  'user.created',
  'user.updated',
  'user.disabled',
  'user.enabled',
  'user.left',
  'user.deleted',
  'user.deletedByPolicy',
  'user.homeDeleted',
  'user.disabledElsewhere',
  'user.enabledElsewhere',
  'user.leftElsewhere',
  'user.removedElsewhere',
  'user.restoredElsewhere',
  'user.disabledAtHome',
  'user.enabledAtHome',
  'user.deletedAtHome',
  'user.restoredAtHome',
  'user.restored',
  'user.attested',
  'user.purged',
  'deletion.asked',
  'deletion.approved',
  'deletion.refused',
  'organization.purgeProtectionChanged',
  'user.held',
  'user.holdEnded',
  'user.passwordChanged',
  'user.passwordLinkCreated',
  'user.sessionsRevoked',
  'user.waysInEnded',
  'user.passkeyAdded',
  'user.passkeyRemoved',
  'user.authenticatorAdded',
  'user.authenticatorRemoved',
  'user.recoveryCodesMade',
  'user.factorsReset',
  'user.identityAdded',
  'user.identityRemoved',
  'user.signedIn',
  'user.signInFailed',
  'user.signedOut',
  'user.managerChanged',
  'user.sponsorAdded',
  'user.sponsorRemoved',
  'user.dataExported',
  'user.exportAsked',
  'user.exportFetched',
  'user.exportRefused',
  'group.created',
  'group.updated',
  'group.deleted',
  'group.restored',
  'group.purged',
  'group.memberAdded',
  'group.memberRemoved',
  'group.ownerAdded',
  'group.ownerRemoved',
  'application.created',
  'application.updated',
  'application.deleted',
  'application.restored',
  'application.purged',
  'application.ownerAdded',
  'application.ownerRemoved',
  'application.roleAdded',
  'application.roleRemoved',
  'application.roleChanged',
  'application.assigned',
  'application.unassigned',
  'application.permissionGiven',
  'application.permissionTaken',
  'application.grantGiven',
  'application.grantTaken',
  'subscription.created',
  'subscription.renewed',
  'subscription.removed',
  'subscription.missed',
  'application.secretAdded',
  'application.secretRemoved',
  'user.enteredApplication',
  'user.tokenReused',
  'user.consentGiven',
  'user.consentEnded',
  'role.assigned',
  'role.unassigned',
  'invitation.created',
  'invitation.resent',
  'invitation.revoked',
  'invitation.redeemed',
  'invitation.declined',
  'invitation.reset',
  'invitation.refused',
  'invitation.refusalTakenBack',
  'request.created',
  'request.done',
  'request.declined',
  'request.withdrawn',
  'request.held',
  'request.holdEnded',
  'request.expired',
] as const

export type Activity = (typeof activities)[number]
export type TargetKind =
  | 'organization'
  | 'user'
  | 'group'
  | 'application'
  | 'role'
  | 'request'
  | 'policy'

/**
 * Who did it: a user, an application by itself (the id is its service principal's). An operator
 * works on the machine itself; `system` is a job of ours.
 */
export type Actor =
  | { readonly kind: 'user' | 'application'; readonly id: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'system' }

type Setting = string | number | boolean | null | readonly string[]
export type Change = { readonly property: string; readonly old: Setting; readonly new: Setting }

/**
 * One event. Ids only: no name, no address, no value of a person's property may stand in `reason`
 * or `details`, because events outlive the person's data (R85).
 */
export type Event = {
  readonly id: EventId
  readonly tenantId: TenantId
  readonly at: Date
  readonly activity: Activity
  readonly actor: Actor
  readonly target: { readonly kind: TargetKind; readonly id: string }
  readonly related?: { readonly kind: TargetKind; readonly id: string }
  /** A code of ours, never free text. */
  readonly reason?: string
  /** The id of the request or job run that caused it; several events may share one. */
  readonly correlationId: string
  /**
   * `properties` names what was changed, always so; `changes` says from what to what, for settings
   * of an organization and kinds, never for what is somebody's.
   */
  readonly details?: Readonly<Record<string, Setting | readonly Change[]>>
  /**
   * The address that the actor's request came from; null of what no request has asked for. It goes
   * when the actor is erased.
   */
  readonly address: string | null
}

/**
 * What is around a change, whoever makes it: when, on which request's or job's behalf, and the
 * address that the request came from, null where there is no request (a job, the command line).
 * Every edge has it from one place, `aroundOf`.
 */
export type Around = {
  readonly now: Date
  readonly correlationId: string
  readonly address: string | null
}

/** What every change is done with: the above, and by whom. */
export type Context = Around & {
  readonly actor: Actor
  /** Of an application its registration, not its service principal, is what was named. */
  readonly isOfRegistration?: true
}
