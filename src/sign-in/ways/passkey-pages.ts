/** /sign-in/passkey: signing in with a passkey, without a name. */
import { signInPages } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { readForm } from '../../edge/body.ts'
import { enter, readDeviceCookie, refusedPage } from '../entering.ts'
import { deviceOf, type Exchange, type Page } from '../exchange.ts'
import { page } from '../../pages/page.ts'
import { readAssertion } from '../../credentials/passkey/answer.ts'
import {
  askedChallenge,
  askForPasskey,
  forgetChallenge,
  passkeyForm,
  passkeyScripts,
} from '../passkey-form.ts'
import { relyingPartyAt } from '../../credentials/passkey/relying-party.ts'
import { signInWithPasskey } from '../../credentials/passkey/sign-in.ts'
import { signInPath, wayBack } from '../sign-in-path.ts'

type Status = 200 | 400 | 401

const signInPage = async (x: Exchange, problem?: string, status: Status = 200) => {
  const party = relyingPartyAt(x.services.publicUrl)
  const options = await askForPasskey(x)
  const content = party.possible
    ? html`<p>${x.words.security.passkeyIntro}</p>
        ${passkeyForm(x, { kind: 'get', action: signInPath(signInPages.passkey, wayBack(x)), button: x.words.security.usePasskey, options, problem })}`
    : html`<p>${x.words.security.passkeysHere(party.host)}</p>`
  return page(
    x.c,
    x.words.security.withPasskey,
    html`${content}
      <p class="quiet">
        <a href="${signInPath('/sign-in', wayBack(x))}">${x.words.security.otherWay}</a>
      </p>`,
    status,
    passkeyScripts,
  )
}

export const showPasskeySignIn: Page = async (x) => signInPage(x)

export const doPasskeySignIn: Page = async (x) => {
  const { answer: text = '' } = await readForm(x.c)
  const challenge = askedChallenge(x)
  if (text === '') return signInPage(x, x.words.security.needsScript, 400)
  if (challenge === undefined) return signInPage(x, x.words.security.expired, 400)
  const answer = readAssertion(text)
  if (answer === undefined) return signInPage(x, x.words.security.notVerified, 400)
  const party = relyingPartyAt(x.services.publicUrl)
  const result = await signInWithPasskey(
    x.db,
    party,
    { challenge, answer, deviceCookie: readDeviceCookie(x) },
    deviceOf(x),
    x.context,
  )
  if (result.outcome === 'expired') return signInPage(x, x.words.security.expired, 400)
  if (result.outcome === 'unknown') return signInPage(x, x.words.security.unknownPasskey, 401)
  if (result.outcome === 'notVerified') return signInPage(x, x.words.security.notVerified, 401)
  forgetChallenge(x)
  if (result.outcome === 'signedIn' || result.outcome === 'signedInWithoutHome')
    return enter(x, result, wayBack(x).returnTo)
  return refusedPage(x, result.outcome, result.account)
}
