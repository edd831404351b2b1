/** /security/passkeys: adding and removing passkeys. */
import { generateRegistrationOptions } from '@simplewebauthn/server'
import { html } from 'hono/html'
import { z } from 'zod'
import { readMe } from '../../people/me.sql.ts'
import { readForm } from '../../edge/body.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Exchange, Page } from '../exchange.ts'
import { factorWords as words } from './words.ts'
import { alert, field, form, nextLink, page } from '../../pages/page.ts'
import { readRegistration } from '../../credentials/passkey/answer.ts'
import { passkeyForm, passkeyScripts } from '../passkey-form.ts'
import { relyingPartyAt } from '../../credentials/passkey/relying-party.ts'
import { addPasskey, algorithms, challengeLifetimeMs, handleOf, removePasskey } from '../../credentials/passkey/passkey.ts'
import { listPasskeys, maxPasskeys, type Passkey } from '../../credentials/passkey/passkey.sql.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'
import { words as signInWords } from '../words.ts'

type Status = 200 | 400

// The challenge that this browser was asked, by its cookie; that of a new passkey is for one session.
const adding = 'guesthouse_new_passkey'
const askedInSession = z.strictObject({ challenge: z.string(), sessionId: z.string() })

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
    passkeyScripts,
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
