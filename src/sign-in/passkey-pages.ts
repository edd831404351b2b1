/** /security/passkeys and /sign-in/passkey: adding, removing and using passkeys. These are the only pages that run script of ours. */
import { readFileSync } from 'node:fs'
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { html } from 'hono/html'
import { z } from 'zod'
import { readMe } from '../directory/me.sql.ts'
import { readForm } from '../edge/body.ts'
import { isUuid } from '../kernel/ids.ts'
import { enter, readDeviceCookie, refusedPage } from './entering.ts'
import { deviceOf, type Exchange, type Page } from './exchange.ts'
import { factorWords as words } from './factor-words.ts'
import { alert, field, form, nextLink, page } from './pages.ts'
import { readAssertion, readRegistration } from './passkey-answer.ts'
import { relyingPartyAt } from './passkey-relying-party.ts'
import { addPasskey, algorithms, challengeLifetimeMs, handleOf, removePasskey, signInWithPasskey } from './passkey.ts'
import { listPasskeys, maxPasskeys, type Passkey } from './passkey.sql.ts'
import { returnPath } from './return-path.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from './sealed-cookie.ts'
import { words as signInWords } from './words.ts'

type Status = 200 | 400 | 401

// The challenge that this browser was asked, by its cookie; that of a new passkey is for one session.
const adding = 'guesthouse_new_passkey'
const signingIn = 'guesthouse_passkey'
const asked = z.strictObject({ challenge: z.string() })
const askedInSession = z.strictObject({ challenge: z.string(), sessionId: z.string() })

/** The form that the script watches. Without script it posts no answer, and is told why. */
const passkeyForm = (kind: 'create' | 'get', action: string, button: string, options: object, ...content: readonly unknown[]) =>
  html` <div class="alert" role="alert" data-passkey-problem hidden></div>
    <noscript
      ><div class="alert"><p>${words.needsScript}</p></div></noscript
    >
    <form
      method="post"
      action="${action}"
      data-passkey="${kind}"
      data-options="${JSON.stringify(options)}"
      data-unsupported="${words.unsupported}"
      data-cancelled="${words.cancelled}"
      data-already-there="${words.alreadyThere}"
    >
      ${content}
      <input type="hidden" name="answer" value="" />
      <button type="submit">${button}</button>
    </form>`

const scripts = ['/webauthn.js', '/passkeys.js']

const signInPage = async (x: Exchange, problems: readonly string[] = [], status: Status = 200) => {
  const party = relyingPartyAt(x.services.publicUrl)
  const returnTo = encodeURIComponent(returnPath(x.c.req.query('return')))
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required', timeout: challengeLifetimeMs })
  writeSealedCookie(x, signingIn, { challenge: options.challenge }, challengeLifetimeMs)
  const content = party.possible
    ? html`<p>${words.passkeyIntro}</p>
        ${passkeyForm('get', `/sign-in/passkey?return=${returnTo}`, words.usePasskey, options)}`
    : html`<p>${words.passkeysHere(party.host)}</p>`
  return page(
    x.c,
    words.withPasskey,
    html`${alert(...problems)} ${content}
      <p class="quiet"><a href="/sign-in?return=${returnTo}">${words.otherWay}</a></p>`,
    status,
    scripts,
  )
}

export const showPasskeySignIn: Page = async (x) => signInPage(x)

export const doPasskeySignIn: Page = async (x) => {
  const { answer: text = '' } = await readForm(x.c)
  const challenge = readSealedCookie(x, signingIn, asked)?.challenge
  if (text === '') return signInPage(x, [words.needsScript], 400)
  if (challenge === undefined) return signInPage(x, [words.expired], 400)
  const answer = readAssertion(text)
  if (answer === undefined) return signInPage(x, [words.notVerified], 400)
  const party = relyingPartyAt(x.services.publicUrl)
  const result = await signInWithPasskey(x.db, party, { challenge, answer, deviceCookie: readDeviceCookie(x) }, deviceOf(x), x.context)
  if (result.outcome === 'expired') return signInPage(x, [words.expired], 400)
  if (result.outcome === 'unknown') return signInPage(x, [words.unknownPasskey], 401)
  if (result.outcome === 'notVerified') return signInPage(x, [words.notVerified], 401)
  clearSealedCookie(x, signingIn)
  if (result.outcome === 'signedIn' || result.outcome === 'signedInWithoutHome')
    return enter(x, result, returnPath(x.c.req.query('return')))
  return refusedPage(x, result.outcome, result.account)
}

const optionsFor = async (x: Exchange, known: readonly Passkey[]) => {
  const me = await readMe(x.db, x.session.personId)
  return generateRegistrationOptions({
    rpName: signInWords.product,
    rpID: relyingPartyAt(x.services.publicUrl).id,
    userID: handleOf(x.session.personId),
    userName: me.userPrincipalName ?? me.mail ?? me.displayName,
    userDisplayName: me.displayName,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    timeout: challengeLifetimeMs,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

const addPage = async (x: Exchange, name: string, problems: readonly string[] = [], status: Status = 200) => {
  const known = await listPasskeys(x.db, x.session.personId)
  const party = relyingPartyAt(x.services.publicUrl)
  const back = nextLink('/security', words.toSecurity)
  if (!party.possible)
    return page(
      x.c,
      words.addPasskey,
      html`<p>${words.passkeysHere(party.host)}</p>
        ${back}`,
    )
  if (known.length >= maxPasskeys)
    return page(
      x.c,
      words.addPasskey,
      html`<p>${words.tooManyPasskeys(maxPasskeys)}</p>
        ${back}`,
    )
  const options = await optionsFor(x, known)
  writeSealedCookie(x, adding, { challenge: options.challenge, sessionId: x.session.sessionId }, challengeLifetimeMs)
  const nameField = field({
    name: 'name',
    label: words.passkeyName,
    hint: words.passkeyNameHint,
    autocomplete: 'off',
    value: name,
    maxlength: 64,
    autofocus: true,
  })
  return page(
    x.c,
    words.addPasskey,
    html`${alert(...problems)}
      <p>${words.askBrowserHint}</p>
      ${passkeyForm('create', '/security/passkeys/add', words.askBrowser, options, nameField)}
      <p class="quiet"><a href="/security">${words.toSecurity}</a></p>`,
    status,
    scripts,
  )
}

export const showAddPasskey: Page = async (x) => addPage(x, words.passkeyNamePlain)

export const doAddPasskey: Page = async (x) => {
  const { answer: text = '', name: given = '' } = await readForm(x.c)
  const name = given.trim()
  const question = readSealedCookie(x, adding, askedInSession)
  if (name.length < 1 || name.length > 64) return addPage(x, name.slice(0, 64), [words.badName], 400)
  if (text === '') return addPage(x, name, [words.needsScript], 400)
  if (question?.sessionId !== x.session.sessionId) return addPage(x, name, [words.expired], 400)
  const { challenge } = question
  const answer = readRegistration(text)
  if (answer === undefined) return addPage(x, name, [words.notVerified], 400)
  const { outcome } = await addPasskey(x.db, relyingPartyAt(x.services.publicUrl), x.session, { challenge, answer, name }, x.context)
  if (outcome !== 'added') return addPage(x, name, [words[outcome]], 400)
  clearSealedCookie(x, adding)
  return x.c.redirect('/security?done=passkeyAdded', 303)
}

const findMine = async (x: Exchange): Promise<{ mine: Passkey; others: number } | undefined> => {
  const id = x.c.req.param('id') ?? ''
  const all = isUuid(id) ? await listPasskeys(x.db, x.session.personId) : []
  const mine = all.find((key) => key.id === id.toLowerCase())
  return mine === undefined ? undefined : { mine, others: all.length - 1 }
}

export const askToRemovePasskey: Page = async (x) => {
  const found = await findMine(x)
  if (found === undefined) return x.c.redirect('/security', 303)
  const { mine, others } = found
  const me = await readMe(x.db, x.session.personId)
  return page(
    x.c,
    words.removePasskey,
    html`<p>${words.removePasskeyText(mine.name)}</p>
      ${others === 0 && me.passwordChangedAt === null ? html`<p>${words.removePasskeyLast}</p>` : ''}
      ${form(`/security/passkeys/${mine.id}/remove`, words.remove)}
      <p class="quiet"><a href="/security">${words.keep}</a></p>`,
  )
}

export const doRemovePasskey: Page = async (x) => {
  const id = x.c.req.param('id') ?? ''
  const removed = isUuid(id) && (await removePasskey(x.db, x.session, id.toLowerCase(), x.context))
  return x.c.redirect(removed ? '/security?done=passkeyRemoved' : '/security', 303)
}

const ownScript = readFileSync(new URL('passkeys.js', import.meta.url), 'utf8')
const libraryScript = readFileSync(new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')), 'utf8')

const sendScript =
  (text: string): Page =>
  async ({ c }) =>
    c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=300' })

export const sendPasskeyScript = sendScript(ownScript)
export const sendWebAuthnScript = sendScript(libraryScript)
