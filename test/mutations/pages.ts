/** Breaks of pages that say what is true of who reads them. */
import type { Mutation } from './mutation.ts'

const ended = 'src/account/desk/ended-invitation.test.ts'
const door = 'src/sign-in/receipts/door.test.ts'
const invitation = 'src/sign-in/invitation/pages.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R35',
    file: 'src/account/desk/leave-control.ts',
    from: 'invitationEnded && !closed',
    to: 'invitationEnded && closed',
    test: ended,
    title: 'is said to have',
  },
  {
    rule: 'R35',
    file: 'src/invitations/find.sql.ts',
    from: "answer === 'accept' ? isWaiting(now) : isUnanswered",
    to: 'isWaiting(now)',
    test: ended,
    title: 'declined by the account API',
  },
  {
    rule: 'R35',
    file: 'src/invitations/find.sql.ts',
    from: "answer === 'decline' && link === null ? isUnanswered : isWaiting(now)",
    to: 'isWaiting(now)',
    test: ended,
    title: 'declined by the account API',
  },
  {
    rule: 'R20',
    file: 'src/sign-in/receipts/pages.ts',
    from: '${isSignedIn ? words.signedIn : html`',
    to: '${false ? words.signedIn : html`',
    test: door,
  },
  {
    rule: 'R20',
    file: 'src/sign-in/receipts/pages.ts',
    from: 'isSignedIn ? words.wrongSignedIn : words.wrong',
    to: 'words.wrong',
    test: door,
  },
  {
    rule: 'R97',
    file: 'src/sign-in/invitation/pages.ts',
    from: 'if (!isHere)',
    to: 'if (true)',
    test: invitation,
    title: 'nothing of ours is called theirs',
  },
  {
    rule: 'R98',
    file: 'src/sign-in/ways/provider-pages.ts',
    from: 'typed === undefined ? askPage(x) : unknownPage(x, given)',
    to: 'unknownPage(x, given)',
    test: invitation,
    title: 'says nothing is wrong',
  },
]
