/** What is done to many and nobody does to themselves leaves me out, and says why. */
import type { ListedUser } from '../../../../src/client/graph.ts'
import { notOnOneself, type ActOnAnother } from '../../../../src/wire/graph/users/not-on-oneself.ts'
import type { Words } from '../../words.tsx'

export type UserAct = 'disable' | 'enable' | 'sponsor' | 'delete'

const isOnAnother = (act: string): act is ActOnAnother => Object.hasOwn(notOnOneself, act)

/** Why it is not done to me; undefined where it can be. */
export const whyNotMe = (words: Words, act: UserAct): string | undefined =>
  isOnAnother(act) ? words.notOnOneself[act] : undefined

export const isAmong = (users: readonly ListedUser[]): boolean =>
  users.some((one) => one['guesthouse.isMe'])

/** Those to whom it is done. */
export const withoutMe = (act: UserAct, users: readonly ListedUser[]): readonly ListedUser[] =>
  isOnAnother(act) ? users.filter((one) => !one['guesthouse.isMe']) : users
