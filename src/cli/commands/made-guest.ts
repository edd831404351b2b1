/** What is said of a guest whom an operator has made: whether they come in, and what is next. */
import type { InviteResult } from '../../invitations/make-guest.ts'
import type { Organization } from '../find.sql.ts'
import { whyNot } from './invite-command.ts'

/**
 * What a guest was asked: nothing, as their account at home lets them in; nothing, as nobody has
 * invited them yet; or whether they come back, by mail (R127).
 */
export type Asked = 'notNeeded' | 'nobody' | InviteResult

/** What has happened to a guest, and what is to be done next; the same for people and programs. */
export const toldOfGuest = (
  asked: Asked,
  address: string,
  { domain, displayName }: Organization,
  { sendsMail }: { readonly sendsMail: boolean },
): { readonly data: Readonly<Record<string, string | null>>; readonly words: string } => {
  if (asked === 'notNeeded')
    return {
      data: { externalUserState: 'Accepted', invitation: 'notNeeded', next: null },
      words: `They are a guest of ${displayName} from now on, and sign in at home. No mail was sent.`,
    }
  const next = `guesthouse invite --organization ${domain} --email ${address}`
  const pending = { externalUserState: 'PendingAcceptance', next }
  if (asked === 'nobody')
    return {
      data: { ...pending, invitation: 'none' },
      words: `They cannot come in yet: there is no invitation, and no mail was sent. Next, for a link to hand over (or with --send-mail):\n${next}`,
    }
  if (asked.outcome === 'invited' && !sendsMail)
    return {
      data: { ...pending, invitation: 'noServer' },
      words: `They were here before and have to say yes, and this installation has no mail server to ask them by. Next, for a link to hand over:\n${next}`,
    }
  if (asked.outcome === 'invited')
    return {
      data: { ...pending, invitation: 'mailed', next: null },
      words: `They were here before, so they are asked by mail to ${address} whether they come back. Nothing is theirs until they say yes.`,
    }
  return {
    data: { ...pending, invitation: asked.outcome },
    words: `They were here before and have to say yes, and could not be asked: ${whyNot(asked)}. When that is over:\n${next}`,
  }
}
