/**
 * Every sentence about what people can do is true of their facts: a table of all of them × the
 * facts (U1, R24, R121).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../../src/directory/users/tell.ts'
import { asSecret, requestSteps, type Letter, type Letters } from '../../src/mail/letters.ts'
import { serverWordsOf } from '../../src/words/server-words.ts'
import { fallback } from '../../src/words/locales.ts'
import { compose } from '../../src/words/mail/compose.ts'
import { memberships } from '../../src/words/en/memberships.ts'
import { portal } from '../../src/words/en/portal.ts'
import { hintOf, type SignInKind } from '../../src/account/desk/hint-of.ts'

const organizationName = 'Fabrikam'
const organization = { id: 'f', name: organizationName, domain: 'fabrikam.example' }
const { leavingLater } = serverWordsOf(fallback).standing
const instant = '2026-05-01T12:00:00.000Z'
const textOf = (letter: Letter): string =>
  compose(letter, { locale: fallback, zone: null }, 'https://x.example').text
const both = [true, false] as const
const told: readonly Told[] = [
  { kind: 'redemptionReset', address: 'ada@contoso.example' },
  { kind: 'userTypeChanged', userType: 'Guest' },
  { kind: 'userTypeChanged', userType: 'Member' },
  { kind: 'erased', reference: '', code: asSecret('') },
  { kind: 'sessionsEnded' },
  { kind: 'roleGiven', role: 'User Administrator' },
  { kind: 'roleTaken', role: 'User Administrator' },
  { kind: 'disabled' },
  { kind: 'enabled' },
  { kind: 'waysInEnded' },
  { kind: 'restored' },
  { kind: 'restoredAsks' },
  { kind: 'undone' },
  ...(['enable', 'delete', 'restore', 'decline'] as const).flatMap((answer) =>
    (['removal', 'restore'] as const).map(
      (request) => ({ kind: 'requestAnswered', request, answer, text: null }) as const,
    ),
  ),
]
const moved: readonly Told[] = requestSteps.flatMap((step) =>
  (['removal', 'restore'] as const).flatMap((request) =>
    (['removed', 'expired'] as const).map(
      (whenDue) =>
        ({ kind: 'requestMoved', request, step, due: instant, whenDue, text: null }) as const,
    ),
  ),
)
const promisesLeaving = /leave (it|again)\b(?!.*does not let)|no administrator is needed/
const promisesComingBack = /(can bring (you|your account) back)(?!.*closed)/

test('R24, U1: leaving is promised where it is allowed, and nowhere else', () => {
  for (const mayLeave of both) {
    const invited: Letters['invitation'] = {
      organization,
      inviter: null,
      inviterMail: null,
      mayLeave,
      message: null,
      token: asSecret('x'),
      expiresAt: instant,
    }
    const said = {
      mail: textOf({ kind: 'invitation', values: invited }),
      page: mayLeave ? leavingLater.alone : leavingLater.asking({ organization: organizationName }),
      dialog: mayLeave
        ? memberships.invitation.acceptText(organizationName)
        : memberships.invitation.acceptTextAsking(organizationName),
    }
    for (const [where, text] of Object.entries(said)) {
      assert.equal(/leave again at any time/.test(text), mayLeave, `${where}: ${text}`)
      assert.equal(
        /does not let guests leave by themselves/.test(text),
        !mayLeave,
        `${where}: ${text}`,
      )
    }
  }
})

test('R24, R121, U1: every mail about a standing × every organization', () => {
  for (const one of [...told, ...moved])
    for (const mayLeave of both)
      for (const closed of both)
        for (const isHome of both) {
          const facts = { organization, privacyContact: null, mayLeave, closed, isHome }
          const { kind, ...happened } = one
          const text = textOf({ kind, values: { ...happened, ...facts } } as Letter)
          if (isHome) assert.doesNotMatch(text, promisesLeaving, JSON.stringify([one, facts]))
          if (isHome || closed) assert.doesNotMatch(text, /invite you again/, JSON.stringify(facts))
          if (!mayLeave && !closed)
            assert.doesNotMatch(text, promisesLeaving, JSON.stringify([one, facts]))
        }
})

test('R7, R121, U1: nobody of a closed organization brings anybody back', () => {
  for (const closed of both) {
    const when = { reference: 'r', endedAt: instant, restorableUntil: instant, erasedBy: instant }
    const values = { organization, closed, privacyContact: null, byThemselves: true, ...when }
    const said = [
      textOf({ kind: 'receipt', values }),
      closed
        ? memberships.leave.restoreClosed('1 June', organizationName)
        : memberships.leave.restore('1 June'),
    ]
    for (const text of said) {
      assert.equal(promisesComingBack.test(text), !closed, text)
      assert.equal(/is closed/.test(text), closed, text)
    }
  }
})

test('U1: only who has a password is told to change it', () => {
  for (const kind of ['password', 'emailCode', 'provider', undefined] satisfies SignInKind[]) {
    const said = [
      portal.account.signInsHint[hintOf(kind)],
      portal.account.sessionsHint[hintOf(kind)],
      textOf({
        kind: 'newBrowser',
        values: { at: instant, browser: null, system: null, hasPassword: kind === 'password' },
      }),
    ]
    for (const text of said)
      assert.equal(/change your password/.test(text), kind === 'password', text)
  }
})
