/** Every sentence about what people can do is true of their facts: a table of all of them × the facts (U1, R24, R121). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comingBack } from '../src/directory/receipt.ts'
import { toldWords, type Told, type ToldFacts } from '../src/directory/told-words.ts'
import { invitationMail } from '../src/invitations/invitation-mail.ts'
import { homeWords } from '../src/sign-in/home-words.ts'
import { invitationWords } from '../src/sign-in/invitation-words.ts'
import { words as portal, type SignInKind } from '../web/portal/words.ts'

const organizationName = 'Fabrikam'
const both = [true, false] as const
const told: readonly Told[] = [
  { kind: 'redemptionReset', address: 'ada@contoso.example' },
  { kind: 'userTypeChanged', userType: 'Guest' },
  { kind: 'userTypeChanged', userType: 'Member' },
  { kind: 'erased' },
  { kind: 'disabled' },
  { kind: 'enabled' },
  { kind: 'waysInEnded' },
  { kind: 'restored' },
  { kind: 'restoredAsks' },
  ...(['enable', 'delete', 'restore', 'decline'] as const).flatMap((answer) =>
    (['removal', 'restore'] as const).map((request) => ({ kind: 'requestAnswered', request, answer, text: null }) as const),
  ),
]
const promisesLeaving = /leave (it|again)\b(?!.*does not let)|no administrator is needed/
const promisesComingBack = /(can bring (you|your account) back)(?!.*closed)/

test('R24, U1: leaving is promised where it is allowed, and nowhere else', () => {
  for (const mayLeave of both) {
    const invited = {
      organization: organizationName,
      inviter: null,
      mayLeave,
      message: undefined,
      url: 'https://x.example',
      expiresAt: new Date(0),
    }
    const said = {
      mail: invitationMail(invited).body,
      page: invitationWords.leavingLater(organizationName, mayLeave),
      dialog: portal.invitation.acceptText(organizationName, mayLeave),
    }
    for (const [where, text] of Object.entries(said)) {
      assert.equal(/leave again at any time/.test(text), mayLeave, `${where}: ${text}`)
      assert.equal(/does not let guests leave by themselves/.test(text), !mayLeave, `${where}: ${text}`)
    }
  }
})

test('R24, R121, U1: every mail about a standing × every organization', () => {
  for (const one of told)
    for (const mayLeave of both)
      for (const closed of both)
        for (const isHome of both) {
          const facts: ToldFacts = { organizationName, mayLeave, closed, isHome }
          const text = toldWords(one, facts).lines.join('\n')
          if (isHome) assert.doesNotMatch(text, promisesLeaving, JSON.stringify([one, facts]))
          if (!mayLeave && !closed) assert.doesNotMatch(text, promisesLeaving, JSON.stringify([one, facts]))
        }
})

test('R7, R121, U1: nobody of a closed organization brings anybody back', () => {
  for (const closed of both) {
    const said = [comingBack({ organizationName, closed }), portal.leave.restore('1 June', { closed, displayName: organizationName })]
    for (const text of said) {
      assert.equal(promisesComingBack.test(text), !closed, text)
      assert.equal(/is closed/.test(text), closed, text)
    }
  }
})

test('U1: only who has a password is told to change it', () => {
  for (const kind of ['password', 'emailCode', 'provider', null] satisfies SignInKind[]) {
    const said = [
      portal.account.signInsHint(kind),
      portal.account.sessionsHint(kind),
      homeWords.newBrowserMail('now', 'Firefox', 'https://x.example', kind === 'password'),
    ]
    for (const text of said) assert.equal(/change your password/.test(text), kind === 'password', text)
  }
})
