/** /sign-in/code: a code by mail, for people whose home is a mailbox. */
import { pageAddresses, signInPages } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { z } from 'zod'
import { readForm } from '../../edge/body.ts'
import type { Route } from '../../edge/routes.ts'
import { minuteMs, secondMs } from '../../kernel/time.ts'
import { checkCode, codeLifetimeMs, sendCode } from '../../credentials/email-code/email-code.ts'
import { deviceOf, type Exchange, type Page, type Permission } from '../exchange.ts'
import { enterWithIdentity } from '../identity-entering.ts'
import { field, form, page } from '../../pages/page.ts'
import { readerOf } from '../../pages/reader.ts'
import { emailIssuer } from '../../kernel/address.ts'
import { presentSessionId } from '../present-session.ts'
import { returnPath } from '../return-path.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'

const cookie = 'guesthouse_code'
const flowShape = z.strictObject({
  token: z.string(),
  address: z.string(),
  session: z.uuid().nullable(),
})

type Status = 200 | 400 | 429
const returnOf = (x: Exchange): string => returnPath(x.c.req.query('return'))
const to = (path: string, returnTo: string): string =>
  `${path}?return=${encodeURIComponent(returnTo)}`
const backLink = (x: Exchange, returnTo: string) =>
  html`<p class="quiet"><a href="${to('/sign-in', returnTo)}">${x.words.ways.back}</a></p>`

// Whoever asks to be removed or restored is known by where they were invited, and does not sign in.
const isAsking = (x: Exchange): boolean =>
  new URL(returnOf(x), 'http://guesthouse.invalid').pathname === pageAddresses.askByAddress

const addressPage = (
  x: Exchange,
  address: string | undefined,
  problem?: string,
  status: Status = 200,
) =>
  page(
    x.c,
    x.words.ways.codeTitle,
    html`${form(
      to(signInPages.code, returnOf(x)),
      x.words.ways.send,
      field({
        name: 'address',
        label: x.words.ways.address,
        hint: isAsking(x) ? x.words.ways.addressHintAsking : x.words.ways.addressHint,
        type: 'address',
        autocomplete: 'email',
        value: address?.slice(0, 320),
        autofocus: true,
        error: problem,
      }),
    )}
    ${backLink(x, returnOf(x))}`,
    status,
  )

const codePage = (x: Exchange, address: string, problem?: string, status: Status = 200) =>
  page(
    x.c,
    x.words.ways.codeTitle,
    html`${problem === undefined ? html`<p role="status">${x.words.ways.codeSent(address)}</p>` : ''}
      ${form(
        to(signInPages.codeCheck, returnOf(x)),
        x.words.ways.check,
        field({
          name: 'code',
          label: x.words.ways.code,
          hint: x.words.ways.codeHint(codeLifetimeMs / minuteMs),
          autocomplete: 'one-time-code',
          autofocus: true,
          maxlength: 16,
          error: problem,
        }),
      )}
      <p class="quiet">
        <a href="${to(signInPages.code, returnOf(x))}&amp;address=${encodeURIComponent(address)}"
          >${x.words.ways.newCode}</a
        >
      </p>`,
    status,
  )

const askAddress: Page = async (x) => addressPage(x, x.c.req.query('address'))

const sendToAddress: Page = async (x) => {
  const { address = '' } = await readForm(x.c)
  const result = await sendCode(
    x.db,
    x.services.sealKey,
    { address, caller: deviceOf(x).address, language: readerOf(x.c).locale.tag },
    x.context,
  )
  if (result.outcome === 'notAnAddress')
    return addressPage(x, address, x.words.ways.notAnAddress, 400)
  if (result.outcome === 'throttled') {
    const seconds = Math.ceil(result.retryAfterMs / secondMs)
    x.c.header('retry-after', String(seconds))
    return addressPage(x, address, x.words.signIn.throttled(seconds), 429)
  }
  writeSealedCookie(
    x,
    cookie,
    { ...result.flow, session: await presentSessionId(x) },
    codeLifetimeMs,
  )
  return codePage(x, result.flow.address)
}

const judgeCode: Page = async (x) => {
  const { code = '' } = await readForm(x.c)
  const flow = readSealedCookie(x, cookie, flowShape)
  // Somebody has signed in or out here since the code was asked for: it is not theirs (K17).
  if (flow === undefined || flow.session !== (await presentSessionId(x)))
    return addressPage(x, undefined, x.words.ways.codeOver, 400)
  const result = await checkCode(
    x.db,
    x.services.sealKey,
    { flow, code, caller: deviceOf(x).address },
    x.context,
  )
  if (result.outcome === 'notACode') return codePage(x, flow.address, x.words.ways.notACode, 400)
  if (result.outcome === 'wrong')
    return codePage(x, flow.address, x.words.ways.wrongCode(result.triesLeft), 400)
  clearSealedCookie(x, cookie)
  if (result.outcome === 'over') return addressPage(x, flow.address, x.words.ways.codeOver, 400)
  const { display, key } = result.address
  const identity = { issuer: emailIssuer, subject: key, verifiedEmail: key }
  return enterWithIdentity(x, identity, {
    method: 'emailCode',
    returnTo: returnOf(x),
    unknownWords: x.words.ways.unknownAddress(display),
  })
}

export const emailCodeRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: signInPages.code, permission: 'anyone', handler: askAddress },
  { method: 'POST', path: signInPages.code, permission: 'anyone', handler: sendToAddress },
  { method: 'POST', path: signInPages.codeCheck, permission: 'anyone', handler: judgeCode },
]
