/** The first page of signing in: it asks for a name, and for nothing else. */
import { signInPages } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { longestAskedName } from './asked-name.ts'
import type { Exchange } from '../exchange.ts'
import { lastProvider } from './last-provider.ts'
import { alert, field, form, page } from '../../pages/page.ts'
import { askForPasskey, passkeyAutofill, passkeyScripts } from '../passkey-form.ts'
import { relyingPartyAt } from '../../credentials/passkey/relying-party.ts'
import { signInPath, type WayBack } from '../sign-in-path.ts'

type Shown = {
  readonly back: WayBack
  readonly name?: string | undefined
  /** What is wrong with the name. */
  readonly wrong?: string | undefined
  /** What went wrong beside it. */
  readonly problem?: string | undefined
  readonly status?: 200 | 400 | 401 | 429
}

/** Asks for a name. Browsers that know passkeys show those they have in the same field. */
export const namePage = async (
  x: Exchange,
  { back, name, wrong, problem, status = 200 }: Shown,
): Promise<Response> => {
  const last = await lastProvider(x)
  const { possible } = relyingPartyAt(x.services.publicUrl)
  return page(
    x.c,
    x.words.signIn.signIn,
    html`${problem === undefined ? '' : alert(problem)}
    ${form(
      signInPath('/sign-in', back),
      x.words.signIn.next,
      field({
        name: 'name',
        label: x.words.signIn.signInNameOrAddress,
        hint: x.words.signIn.signInNameHint,
        autocomplete: possible ? 'username webauthn' : 'username',
        value: name?.slice(0, longestAskedName),
        autofocus: true,
        type: 'address',
        error: wrong,
      }),
    )}
    ${
      last === undefined
        ? ''
        : html`<p>
            <a href="${signInPath(signInPages.provider, back, { provider: last.id })}"
              >${x.words.ways.again(last.displayName)}</a
            >
          </p>`
    }
    ${
      possible
        ? html`<p>
              <a href="${signInPath(signInPages.passkey, back)}">${x.words.security.withPasskey}</a>
            </p>
            ${passkeyAutofill(signInPath(signInPages.passkey, back), await askForPasskey(x))}`
        : ''
    }`,
    status,
    possible ? passkeyScripts : [],
  )
}
