/**
 * The pages that the library asks for: device codes, signing out, and errors. The same look and
 * policy as the sign-in pages.
 */
import { html } from 'hono/html'
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { alert, field, nextLink, page } from '../pages/page.ts'
import { wordsFor } from './reader-of.ts'
import { stateOf } from './request-state.ts'

type Content = ReturnType<typeof html>

/** Answers with one of our pages. */
const show = async (
  ctx: KoaContextWithOIDC,
  title: string,
  content: Content,
  status: 200 | 400 = 200,
): Promise<void> => {
  const response = await page(stateOf(ctx).c, title, content, status)
  for (const name of ['content-security-policy', 'referrer-policy', 'cache-control']) {
    const value = response.headers.get(name)
    if (value !== null) ctx.set(name, value)
  }
  ctx.status = status
  ctx.type = 'html'
  ctx.body = await response.text()
}

/** The secret that ties a form to the browser session it was shown in. */
const xsrfOf = (ctx: KoaContextWithOIDC): string =>
  (ctx.oidc.session as { state?: { secret?: string } } | undefined)?.state?.secret ?? ''
const hidden = (name: string, value: string): Content =>
  html`<input type="hidden" name="${name}" value="${value}" />`

// The library asks for the code again for each of these reasons. A form that was sent empty needs
// no word.
const codeProblem = (error: Error): 'declined' | 'wrong' | undefined => {
  if (error.name === 'NoCodeError') return undefined
  return error.name === 'AbortedError' ? 'declined' : 'wrong'
}

/** Asks for the code that a device shows. */
export const userCodeInputSource = async (
  ctx: KoaContextWithOIDC,
  _form: string,
  _out?: ErrorOut,
  error?: Error & { userCode?: string },
): Promise<void> => {
  const words = await wordsFor(stateOf(ctx))
  // The form of a page that was kept too long, or without cookies, could not be sent again either.
  if (error !== undefined && (ctx.oidc.session as { exp?: number } | undefined)?.exp === undefined)
    return show(
      ctx,
      words.consent.deviceTitle,
      html`${alert(words.consent.deviceOver)}
      ${nextLink(ctx.oidc.urlFor('code_verification'), words.consent.deviceAgain)}`,
      400,
    )
  const problem = error && codeProblem(error)
  const isDeclined = problem === 'declined'
  await show(
    ctx,
    words.consent.deviceTitle,
    html`${isDeclined ? alert(words.consent.deviceDeclined) : ''}
      <form method="post" action="${ctx.oidc.urlFor('code_verification')}">
        ${hidden('xsrf', xsrfOf(ctx))}
        ${field({
          name: 'user_code',
          label: words.consent.deviceCode,
          hint: words.consent.deviceHint,
          autocomplete: 'off',
          autofocus: true,
          maxlength: 32,
          error: problem === 'wrong' ? words.consent.deviceWrong : undefined,
        })}
        <button type="submit">${words.consent.goOn}</button>
      </form>`,
    error === undefined || isDeclined ? 200 : 400,
  )
}

/**
 * Shows the code and the application, with the warning that people need who were sent a code by
 * somebody else.
 */
export const userCodeConfirmSource = async (
  ctx: KoaContextWithOIDC,
  _form: string,
  client: { clientName?: string | undefined; clientId: string },
  _device: unknown,
  userCode: string,
): Promise<void> => {
  const words = await wordsFor(stateOf(ctx))
  await show(
    ctx,
    words.consent.deviceTitle,
    html`<p>${words.consent.deviceAsk(client.clientName ?? client.clientId)}</p>
      <p><strong>${userCode}</strong></p>
      <p>${words.consent.deviceWarning}</p>
      <form method="post" action="${ctx.oidc.urlFor('code_verification')}">
        ${hidden('xsrf', xsrfOf(ctx))} ${hidden('user_code', userCode)}
        <button type="submit" name="confirm" value="yes">${words.consent.accept}</button>
        <button type="submit" name="abort" value="yes" class="secondary">
          ${words.consent.decline}
        </button>
      </form>`,
  )
}

export const deviceSuccessSource = async (ctx: KoaContextWithOIDC): Promise<void> => {
  const words = await wordsFor(stateOf(ctx))
  await show(ctx, words.consent.deviceTitle, html`<p role="status">${words.consent.deviceDone}</p>`)
}

/** Asks before signing out, because any page can send a browser here. */
export const logoutSource = async (ctx: KoaContextWithOIDC): Promise<void> => {
  const words = await wordsFor(stateOf(ctx))
  await show(
    ctx,
    words.consent.signOutTitle,
    html`<p>${words.consent.signOutAsk}</p>
      <form method="post" action="${ctx.oidc.urlFor('end_session_confirm')}">
        ${hidden('xsrf', xsrfOf(ctx))}
        <button type="submit" name="logout" value="yes">${words.consent.signOut}</button>
        <button type="submit" class="secondary">${words.consent.stay}</button>
      </form>`,
  )
}

export const postLogoutSuccessSource = async (ctx: KoaContextWithOIDC): Promise<void> => {
  const words = await wordsFor(stateOf(ctx))
  await show(
    ctx,
    words.consent.signOutTitle,
    html`<p role="status">
        ${ctx.oidc.client === undefined ? words.consent.signedOut : words.consent.stayed}
      </p>
      ${nextLink('/', words.consent.portal)}`,
  )
}

export const renderError = async (ctx: KoaContextWithOIDC, out: ErrorOut): Promise<void> => {
  const { c } = stateOf(ctx)
  const words = await wordsFor(stateOf(ctx))
  const detail =
    out.error_description === undefined ? out.error : `${out.error}: ${out.error_description}`
  await show(
    ctx,
    words.consent.errorTitle,
    html`${alert(words.consent.errorNext)}
      <p class="quiet">${detail}</p>
      <p class="quiet">Request ${c.get('requestId')}</p>`,
    400,
  )
}
