/** What leaving would end, counted and listed. */
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Reader } from '../../pages/reader.ts'
import type { LeavePreview } from '../../wire/account.ts'
import { afterwardsOf } from './afterwards.ts'

type Ends = LeavePreview['ends']
type Kind = keyof Ends

/** Short lists are open from the start. */
const fewItems = 5

const kindsOf = ({ words }: Reader): readonly Kind[] =>
  Object.keys(words.memberships.leave.ends) as Kind[]

const ofKind = (kind: Kind, { count, items }: Ends[Kind], { words, speech }: Reader): Html => {
  const said = words.memberships.leave
  return html`<details class="losses" ${count <= fewItems ? 'open' : ''}>
    <summary>${said.ends[kind](count)}</summary>
    <ul>
      ${items.map(
        ({ displayName, detail, onlyOwner }) =>
          html`<li>
            ${speech.beside([displayName, detail ?? '', onlyOwner ? said.onlyOwner : ''])}
          </li>`,
      )}
      ${count > items.length ? html`<li>${said.andMore(count - items.length)}</li>` : ''}
    </ul>
  </details>`
}

/** Everything that ends with one account, by its kind. */
export const losses = ({ ends, organization }: LeavePreview, reader: Reader): Html => {
  const said = reader.words.memberships.leave
  const held = kindsOf(reader).filter((kind) => ends[kind].count > 0)
  const name = organization.displayName
  return html`<p>${held.length === 0 ? said.nothing(name) : said.lead(name)}</p>
    ${held.map((kind) => ofKind(kind, ends[kind], reader))}`
}

const sums = (previews: readonly LeavePreview[], reader: Reader): string[] =>
  kindsOf(reader)
    .map((kind) => [kind, previews.reduce((sum, { ends }) => sum + ends[kind].count, 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => reader.words.memberships.leave.ends[kind](count))

/** The sum of what ends with many, and each by itself. */
export const sumOfLosses = (previews: readonly LeavePreview[], reader: Reader): Html => {
  const { desk } = reader.words
  const all = sums(previews, reader)
  return html`<p>${all.length === 0 ? desk.many.nothing : desk.many.lead}</p>
    ${
      all.length === 0
        ? ''
        : html`<ul class="sum">
            ${all.map((one) => html`<li>${one}</li>`)}
          </ul>`
    }
    <details class="losses">
      <summary>${desk.many.each}</summary>
      <ul>
        ${previews.map((one) => {
          const held = sums([one], reader)
          return html`<li>
            ${afterwardsOf(one, reader)}${held.length === 0 ? '' : html` ${reader.speech.list(held)}.`}
          </li>`
        })}
      </ul>
    </details>`
}
