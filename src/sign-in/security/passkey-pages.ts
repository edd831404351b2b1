/** /security/passkeys: adding and removing passkeys. */
import {
  pageAddresses,
  securityDone,
  securityPages,
  securityPath,
} from '../../kernel/page-address.ts'
import { generateRegistrationOptions } from '@simplewebauthn/server'
import { html } from 'hono/html'
import { z } from 'zod'
import { readMe } from '../../people/me.sql.ts'
import { readForm } from '../../edge/body.ts'
import { product } from '../../kernel/product.ts'
import { pathId } from '../../edge/path-id.ts'
import type { Exchange, Page } from '../exchange.ts'
import { field } from '../../pages/page.ts'
import { readRegistration } from '../../credentials/passkey/answer.ts'
import { noStepPage, stepPage } from './framed-page.ts'
import { passkeyForm, passkeyScripts } from '../passkey-form.ts'
import { relyingPartyAt } from '../../credentials/passkey/relying-party.ts'
import {
  addPasskey,
  algorithms,
  challengeLifetimeMs,
  handleOf,
  removePasskey,
} from '../../credentials/passkey/passkey.ts'
import { listPasskeys, maxPasskeys, type Passkey } from '../../credentials/passkey/passkey.sql.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'

// The challenge that this browser was asked, by its cookie; that of a new passkey is for one
// session.
const adding = 'guesthouse_new_passkey'
const askedInSession = z.strictObject({ challenge: z.string(), sessionId: z.string() })

const optionsFor = async (x: Exchange, known: readonly Passkey[]) => {
  const me = await readMe(x.db, x.session.personId)
  return generateRegistrationOptions({
    rpName: product,
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

type Refused = {
  /** What is wrong with the name. */
  readonly wrong?: string
  /** What went wrong with the passkey. */
  readonly problem?: string
}

const addPage = async (x: Exchange, name: string, { wrong, problem }: Refused = {}) => {
  const known = await listPasskeys(x.db, x.session.personId)
  const party = relyingPartyAt(x.services.publicUrl)
  const title = x.words.security.addPasskey
  if (!party.possible) return noStepPage(x, title, x.words.security.passkeysHere(party.host))
  if (known.length >= maxPasskeys)
    return noStepPage(x, title, x.words.security.tooManyPasskeys(maxPasskeys))
  const options = await optionsFor(x, known)
  writeSealedCookie(
    x,
    adding,
    { challenge: options.challenge, sessionId: x.session.sessionId },
    challengeLifetimeMs,
  )
  const nameField = field({
    name: 'name',
    label: x.words.security.passkeyName,
    hint: x.words.security.passkeyNameHint,
    autocomplete: 'off',
    value: name,
    maxlength: 64,
    autofocus: problem === undefined,
    error: wrong,
  })
  return stepPage(x, {
    title,
    back: x.words.security.toSecurity,
    status: wrong === undefined && problem === undefined ? 200 : 400,
    scripts: passkeyScripts,
    content: html`<p>${x.words.security.askBrowserHint}</p>
      ${passkeyForm(x, { kind: 'create', action: securityPages.addPasskey, button: x.words.security.askBrowser, options, problem }, nameField)}`,
  })
}

export const showAddPasskey: Page = async (x) => addPage(x, x.words.security.passkeyNamePlain)

export const doAddPasskey: Page = async (x) => {
  const { answer: text = '', name: given = '' } = await readForm(x.c)
  const name = given.trim()
  const question = readSealedCookie(x, adding, askedInSession)
  if (name.length < 1 || name.length > 64)
    return addPage(x, name.slice(0, 64), { wrong: x.words.security.badName })
  if (text === '') return addPage(x, name, { problem: x.words.security.needsScript })
  if (question?.sessionId !== x.session.sessionId)
    return addPage(x, name, { problem: x.words.security.expired })
  const { challenge } = question
  const answer = readRegistration(text)
  if (answer === undefined) return addPage(x, name, { problem: x.words.security.notVerified })
  const { outcome } = await addPasskey(
    x.db,
    relyingPartyAt(x.services.publicUrl),
    x.session,
    { challenge, answer, name },
    x.context,
  )
  if (outcome !== 'added') return addPage(x, name, { problem: x.words.security[outcome] })
  clearSealedCookie(x, adding)
  return x.c.redirect(securityDone('passkeyAdded'), 303)
}

const findMine = async (x: Exchange): Promise<{ mine: Passkey; others: number } | undefined> => {
  const id = pathId(x.c)
  const all = id === undefined ? [] : await listPasskeys(x.db, x.session.personId)
  const mine = all.find((key) => key.id === id)
  return mine === undefined ? undefined : { mine, others: all.length - 1 }
}

export const askToRemovePasskey: Page = async (x) => {
  const found = await findMine(x)
  if (found === undefined) return x.c.redirect(pageAddresses.security, 303)
  const { mine, others } = found
  const me = await readMe(x.db, x.session.personId)
  return stepPage(x, {
    title: x.words.security.removePasskey,
    back: x.words.security.keep,
    content: html`<p>${x.words.security.removePasskeyText(mine.name)}</p>
      ${others === 0 && me.passwordChangedAt === null ? html`<p>${x.words.security.removePasskeyLast}</p>` : ''}
      <form method="post" action="${securityPath('removePasskey', mine.id)}">
        <button class="ends">${x.words.security.remove}</button>
      </form>`,
  })
}

export const doRemovePasskey: Page = async (x) => {
  const id = pathId(x.c)
  const removed = id !== undefined && (await removePasskey(x.db, x.session, id, x.context))
  return x.c.redirect(removed ? securityDone('passkeyRemoved') : pageAddresses.security, 303)
}
