/** Choosing one person among those that a search finds: a field to search, a button for each. */
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Reader } from '../../pages/reader.ts'

type Person = {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
}

/** `found` as far as it goes, by the name that the form sends; `more` are not among them. */
export const personChooser = (
  name: 'successor' | 'colleague',
  { found, more }: { readonly found: readonly Person[]; readonly more: boolean },
  search: string,
  { words: { handOver: said } }: Reader,
): Html =>
  html`<p class="field" role="search">
      <label for="search">${said.find}</label>
      <input type="search" id="search" name="search" value="${search}" maxlength="256" />
      <button formmethod="get" formnovalidate>${said.search}</button>
    </p>
    ${
      found.length === 0
        ? html`<p role="status">${said.nobody}</p>`
        : html`<fieldset>
            <legend>${said.who}</legend>
            ${found.map(
              ({ id, displayName, userPrincipalName }) =>
                html`<label class="choice"
                  ><input type="radio" name="${name}" value="${id}" required />
                  <span>${displayName} · <span dir="auto">${userPrincipalName}</span></span></label
                >`,
            )}
          </fieldset>`
    }
    ${more ? html`<p>${said.more}</p>` : ''}`
