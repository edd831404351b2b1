/**
 * The forms that ask a browser for a passkey, and the two scripts behind them: the only ones on the
 * pages of signing in.
 */
import { readFileSync } from 'node:fs'
import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Exchange, Page } from './exchange.ts'
import { challengeLifetimeMs } from '../credentials/passkey/passkey.ts'
import { relyingPartyAt } from '../credentials/passkey/relying-party.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../edge/sealed-cookie.ts'

/** The scripts that a page with such a form needs. */
export const passkeyScripts = ['/webauthn.js', '/passkeys.js']

const dataOf = (kind: 'create' | 'get' | 'autofill', options: object) =>
  html`data-passkey="${kind}" data-options="${JSON.stringify(options)}"`

type PasskeyForm = {
  readonly kind: 'create' | 'get'
  readonly action: string
  readonly button: string
  readonly options: object
  /** What went wrong with the passkey: it stands beside the button, which has the focus. */
  readonly problem?: string | undefined
}

/** The form that the script watches. Without script it posts no answer, and is told why. */
export const passkeyForm = (
  x: Exchange,
  { kind, action, button, options, problem }: PasskeyForm,
  ...content: readonly unknown[]
) =>
  html` <noscript
      ><div class="alert"><p>${x.words.security.needsScript}</p></div></noscript
    >
    <form
      method="post"
      action="${action}"
      ${dataOf(kind, options)}
      data-unsupported="${x.words.security.unsupported}"
      data-cancelled="${x.words.security.cancelled}"
      data-already-there="${x.words.security.alreadyThere}"
    >
      ${content}
      <input type="hidden" name="answer" value="" />
      <p
        class="error"
        id="passkey-problem"
        role="alert"
        data-passkey-problem
        ${problem === undefined ? 'hidden' : ''}
      >
        ${problem ?? ''}
      </p>
      <button
        type="submit"
        aria-describedby="passkey-problem"
        ${problem === undefined ? '' : 'autofocus'}
      >
        ${button}
      </button>
    </form>`

/**
 * Lets the browser show its passkeys in the field for the name (autocomplete "webauthn"). Nothing
 * is seen of it, and without script nothing happens.
 */
export const passkeyAutofill = (action: string, options: object) =>
  html`<form method="post" action="${action}" ${dataOf('autofill', options)} hidden>
    <input type="hidden" name="answer" value="" />
  </form>`

// The challenge that this browser was asked, by its cookie.
const cookie = 'guesthouse_passkey'
const asked = z.strictObject({ challenge: z.string() })

/**
 * What the browser is asked, with a challenge that it carries for us: nothing is written here
 * before it answers.
 */
export const askForPasskey = async (x: Exchange): Promise<object> => {
  const { id: rpID } = relyingPartyAt(x.services.publicUrl)
  const options = await generateAuthenticationOptions({
    rpID,
    userVerification: 'required',
    timeout: challengeLifetimeMs,
  })
  writeSealedCookie(x, cookie, { challenge: options.challenge }, challengeLifetimeMs)
  return options
}

/**
 * The challenge that this browser was asked last; undefined when it was asked none, or too long
 * ago.
 */
export const askedChallenge = (x: Exchange): string | undefined =>
  readSealedCookie(x, cookie, asked)?.challenge

export const forgetChallenge = (x: Exchange): void => clearSealedCookie(x, cookie)

const ownScript = readFileSync(new URL('security/passkeys.js', import.meta.url), 'utf8')
const libraryScript = readFileSync(
  new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
  'utf8',
)

const sendScript =
  (text: string): Page =>
  async ({ c }) =>
    c.body(text, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
    })

export const sendPasskeyScript = sendScript(ownScript)
export const sendWebAuthnScript = sendScript(libraryScript)
