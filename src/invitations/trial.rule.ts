/**
 * Whom other settings of collaboration would affect, and how, before they are saved. It asks the
 * rules that judge the acts themselves: leaving, being let in, inviting, seeing.
 */
import { levelFor, reachOf, sights, type Sight, type Viewer } from '../access/sight.ts'
import type { GuestLevel } from '../access/guest-levels.ts'
import type { RoleName } from '../access/roles.ts'
import { letsIn, type DomainRule } from '../directory/domain-list.rule.ts'
import { leaveReasons, type LeaveFacts } from '../directory/users/leave.rule.ts'
import type { settingEffects } from '../wire/graph/settings-trial.ts'
import { mayInvite, type AllowInvitesFrom } from './invite.rule.ts'

export type SettingEffect = (typeof settingEffects)[number]

/** The settings that something here depends on. */
export type Settings = {
  readonly mayLeave: boolean
  readonly allowInvitesFrom: AllowInvitesFrom
  readonly domainRule: DomainRule
  readonly domains: readonly string[]
  readonly guestLevel: GuestLevel
  readonly membersReadOthers: boolean
}

/** What a user is, as far as an effect depends on it. */
export type TriedUser = Omit<LeaveFacts, 'externalUsersMayLeave'> & {
  readonly userType: 'Member' | 'Guest'
  readonly roles: readonly RoleName[]
  /** Has not accepted: the way out is declining, which no setting takes away (R35). */
  readonly pending: boolean
  /** An invitation can still be accepted. */
  readonly waiting: boolean
  /** Of the address that was invited; null for who has none. */
  readonly domain: string | null
}

/** Something that a user may or can by settings: it is lost or won where it is another then. */
type Asked = (user: TriedUser, settings: Settings) => boolean

const leaves: Asked = (user, { mayLeave }) =>
  !user.isHome &&
  !user.pending &&
  leaveReasons({ ...user, externalUsersMayLeave: mayLeave }).length === 0

const isLetIn: Asked = ({ domain }, { domainRule, domains }) =>
  domain === null || letsIn(domain, domainRule, domains)

const invites: Asked = (user, { allowInvitesFrom }) => mayInvite(allowInvitesFrom, user)

const viewerOf = (
  { roles, userType }: TriedUser,
  { guestLevel, membersReadOthers }: Settings,
): Viewer => ({ roles, level: levelFor(userType, guestLevel), readsOthers: membersReadOthers })

const rankOf = (viewer: Viewer, sight: Sight): number =>
  [undefined, 'own', 'all'].indexOf(reachOf(viewer, sight))
const kinds = Object.keys(sights) as Sight[]

/** Whether somebody would see more of anything than before. */
const seesMore = (user: TriedUser, before: Settings, after: Settings): boolean => {
  const [was, is] = [viewerOf(user, before), viewerOf(user, after)]
  return kinds.some((sight) => rankOf(is, sight) > rankOf(was, sight))
}

type Judged = (user: TriedUser, before: Settings, after: Settings) => boolean

const lost =
  (asked: Asked): Judged =>
  (user, before, after) =>
    asked(user, before) && !asked(user, after)
const won =
  (asked: Asked): Judged =>
  (user, before, after) =>
    lost(asked)(user, after, before)

const effects: Readonly<Record<SettingEffect, Judged>> = {
  leavingTaken: lost(leaves),
  leavingGiven: won(leaves),
  keptAnyway: (user, before, after) =>
    before.mayLeave && !after.mayLeave && !user.isHome && !user.pending && !leaves(user, before),
  invitationRefused: (user, ...settings) => user.waiting && lost(isLetIn)(user, ...settings),
  invitationLetIn: (user, ...settings) => user.waiting && won(isLetIn)(user, ...settings),
  domainRefused: (user, ...settings) =>
    !user.isHome && !user.pending && lost(isLetIn)(user, ...settings),
  seesLess: (user, before, after) => seesMore(user, after, before),
  seesMore,
  invitingTaken: lost(invites),
  invitingGiven: won(invites),
}

/** What other settings would do to a user, in the order of the wire; most often nothing. */
export const effectsOn = (
  user: TriedUser,
  before: Settings,
  after: Settings,
): readonly SettingEffect[] =>
  (Object.keys(effects) as SettingEffect[]).filter((effect) => effects[effect](user, before, after))

/** Whether the organization's own members can be affected too, beside whose home is elsewhere. */
export const concernsMembers = (before: Settings, after: Settings): boolean =>
  before.allowInvitesFrom !== after.allowInvitesFrom ||
  before.membersReadOthers !== after.membersReadOthers ||
  before.guestLevel !== after.guestLevel
