/** Breaks of what proofs are worth, of what strangers may spend, and of mail; each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const proofs = 'src/sign-in/proofs.test.ts'
const drain = 'src/mail/drain.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'K17',
    title: 'K17: what somebody proved is nothing for who signs in after them',
    file: 'src/sign-in/proved-identity.ts',
    from: 'if (session !== (await presentSessionId(x))) return undefined',
    to: '',
    test: proofs,
  },
  {
    rule: 'K17',
    title: 'K17: signing out forgets what was proved',
    file: 'src/sign-in/sign-in-pages.ts',
    from: '  clearProvedIdentity(x)\n',
    to: '',
    test: proofs,
  },
  {
    rule: 'K17',
    title: 'K17: with a session alone nobody changes what its person signs in with',
    file: 'src/sign-in/app.ts',
    from: "route.permission === 'recent' && !isRecent(x, session.sessionId)",
    to: 'false',
    test: proofs,
  },
  {
    rule: 'K17',
    title: 'K17: having shown who one is counts for one’s own session',
    file: 'src/sign-in/step-up.ts',
    from: '?.session === session',
    to: ' !== undefined',
    test: proofs,
  },
  {
    rule: 'R128',
    file: 'src/sign-in/factor-change.ts',
    from: '  await queueMail(tx',
    to: '  if (activity === undefined) await queueMail(tx',
    test: proofs,
  },
  {
    rule: 'row 12',
    file: 'src/mail/post.ts',
    from: 'isUnspeakable || (isPermanent && isAboutTheMail(command, code))',
    to: 'isUnspeakable',
    test: drain,
  },
  {
    rule: 'row 12',
    file: 'src/mail/post.ts',
    from: ' && !signInFirst.has(answered)',
    to: '',
    test: drain,
  },
  {
    rule: 'mail',
    title: 'mail: without TLS nothing is said to a mail server elsewhere',
    file: 'src/mail/post.ts',
    from: 'requireTLS = !allowPlain && !isHere(url)',
    to: 'requireTLS = false',
    test: drain,
  },
  {
    rule: 'F11',
    title: 'F11: a mail server that takes a mail and never confirms it',
    file: 'src/mail/drain.ts',
    from: 'delivery.mayHaveArrived ? 0 : 1',
    to: '1',
    test: drain,
  },
  {
    rule: 'F11',
    title: 'F11: a process that dies with a mail in its hands',
    file: 'src/mail/drain.ts',
    from: 'unconfirmed = m.unconfirmed + 1',
    to: 'unconfirmed = m.unconfirmed',
    test: drain,
  },
  {
    rule: 'K25',
    file: 'src/mail/drain.ts',
    from: 'let sent = 0\n  for (;;) {\n    const claimed = await claim(db, clock())',
    to: 'let sent = 0\n  const begun = clock()\n  for (;;) {\n    const claimed = await claim(db, begun)',
    test: drain,
  },
  {
    rule: 'K20',
    title: 'K20: a call with a token waits behind nothing',
    file: 'src/oidc/bearer.ts',
    from: '    const claimed = claimedIssuer(token)\n',
    to: "    await crypto.subtle.digest('SHA-256', Buffer.from(token))\n    const claimed = claimedIssuer(token)\n",
    test: 'src/oidc/busy-threads.test.ts',
  },
]
