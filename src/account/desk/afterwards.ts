/**
 * What is possible after leaving, of one organization and of many: who brings back until when, and
 * when data is erased.
 */
import { receiptPath } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Reader } from '../../pages/reader.ts'
import type { AccountOrganization, Departure, LeavePreview } from '../../wire/account.ts'

const isClosed = ({ organization }: LeavePreview): boolean => organization.closed

/** Nobody brings back who has left a closed organization, but if it opens again. */
const broughtBack = (
  { organization, restorableUntil }: LeavePreview,
  { words, speech }: Reader,
  otherwise: (until: string) => string,
): string => {
  const until = speech.date(restorableUntil)
  return organization.closed
    ? words.memberships.leave.restoreClosed(until, organization.displayName)
    : otherwise(until)
}

/** What is possible after leaving this one. */
export const afterwards = (preview: LeavePreview, reader: Reader): Html => {
  const { words, speech } = reader
  const said = words.memberships.leave
  const { undoableUntil } = preview
  return html`<h2>${said.afterTitle}</h2>
    ${undoableUntil === null ? '' : html`<p>${said.undo(speech.time(undoableUntil))}</p>`}
    <p>${broughtBack(preview, reader, said.restore)} ${said.again}</p>
    <p>
      ${words.erasure.comes(speech.date(preview.erasedBy))}
      ${words.standing.receipt.hold({ organization: speech.name(preview.organization.displayName) })}
    </p>`
}

/** The same of one among many, in a line that begins with its name. */
export const afterwardsOf = (preview: LeavePreview, reader: Reader): string => {
  const { many } = reader.words.desk
  const { undoableUntil, organization } = preview
  const back = broughtBack(preview, reader, (until) =>
    many.restorable(organization.displayName, until),
  )
  return undoableUntil === null
    ? back
    : `${back} ${many.undoable(reader.speech.time(undoableUntil))}`
}

/** And of all of them together: the closed ones by name, and the last day of the erasures. */
export const afterwardsOfAll = (previews: readonly LeavePreview[], reader: Reader): Html => {
  const { words, speech } = reader
  const { many } = words.desk
  const closed = previews.filter(isClosed)
  const last = previews
    .map(({ erasedBy }) => erasedBy)
    .toSorted()
    .at(-1)
  const open = closed.length === 0 ? many.afterwards : many.afterwardsOpen
  return html`${closed.length === previews.length ? '' : html`<p>${open}</p>`}
  ${closed.map((one) => html`<p>${broughtBack(one, reader, (until) => until)}</p>`)}
  ${
    last === undefined
      ? ''
      : html`<p>
          ${words.erasure.comesMany(speech.date(last))} ${words.standing.receipt.holdMany}
        </p>`
  }`
}

/** Names and values. */
export const facts = (all: readonly (readonly [string, string | Html])[]): Html =>
  html`<dl>
    ${all.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`

/** Until when data is erased, or why not (R129). */
export const departureFacts = (
  { leftAt, restorableUntil, erasedBy, reference }: Departure,
  organization: Pick<
    AccountOrganization,
    'state' | 'restorable' | 'undoableUntil' | 'closed' | 'displayName'
  >,
  { words, speech }: Reader,
): Html => {
  const { organizations: said } = words.memberships
  const { undoableUntil: until } = organization
  const erasing = organization.restorable ? words.erasure.comes : words.erasure.runs
  const undoing = until === null ? [] : [[said.undoableUntil, speech.time(until)] as const]
  return facts([
    [organization.state === 'removed' ? said.removedOn : said.leftOn, speech.date(leftAt)],
    ...undoing,
    [
      organization.restorable ? said.restorableUntil : said.wasRestorableUntil,
      organization.restorable && organization.closed
        ? words.memberships.leave.restoreClosed(
            speech.date(restorableUntil),
            organization.displayName,
          )
        : speech.date(restorableUntil),
    ],
    [said.erasure, erasedBy === null ? said.heldInstead : erasing(speech.date(erasedBy))],
    [said.reference, html`<a href="${receiptPath(reference)}">${reference}</a>`],
  ])
}
