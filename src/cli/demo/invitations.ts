/** Invitations of the demo, each by an administrator of its organization. */
import type { UserId } from '../../kernel/ids.ts'
import { invite } from '../../invitations/invite.ts'
import { ago, must, userIn, type Organization, type Person, type Stage } from './cast.ts'

type Invited = {
  readonly address: string
  readonly displayName: string
  readonly message?: string
  readonly daysAgo: number
}

/** Invites an address on behalf of an administrator; answers who is invited. */
export const inviteTo = async (
  stage: Stage,
  at: Organization,
  administrator: Person,
  { daysAgo, ...who }: Invited,
): Promise<UserId> => {
  const wish = { ...who, redirectUrl: `https://${at.domain}/welcome` }
  const id = userIn(administrator, at)
  const inviter = { userType: 'Member', roles: ['globalAdministrator'] } as const
  const by = { kind: 'user', id, inviter } as const
  const context = ago(stage, daysAgo, id)
  return must(await invite(stage.tx, at.id, wish, by, context), 'invited').userId
}
