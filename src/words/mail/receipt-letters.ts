/** Receipts: of what has ended, by itself or many at once. */
import { pageAddresses } from '../../kernel/page-address.ts'
import type { Letters, LetterOf } from '../../mail/letters.ts'
import { facts, link, note, paragraph, type Block, type Content } from './content.ts'
import { at, byAddress, contact, openReceipt, row, type At } from './standing-parts.ts'
import type { Writing } from './writing.ts'

export const receipt = (values: LetterOf<'receipt'>['values'], writing: Writing): Content => {
  const { speech } = writing
  const { receipt: words } = writing.standing
  const here = at(values, writing)
  return {
    subject: values.byThemselves ? words.left(here) : words.ended(here),
    blocks: [
      paragraph(values.byThemselves ? words.leftLead(here) : words.endedLead(here)),
      facts(
        [words.reference, values.reference],
        [words.endedAt, speech.time(values.endedAt)],
        [words.restorableUntil, speech.time(values.restorableUntil)],
      ),
      openReceipt(values, writing),
      note(`${writing.erasure.comes(speech.time(values.erasedBy))} ${words.hold(here)}`),
      ...undoable(values, writing, here),
      paragraph(
        values.closed
          ? words.comingBackClosed(here)
          : words.comingBack({ ...here, until: speech.time(values.restorableUntil) }),
      ),
      row(values, writing),
      ...(values.closed ? [] : [byAddress(words.cannotSignIn, writing)]),
      ...contact(values, writing),
    ],
  }
}

const undoable = (
  { undoableUntil }: Letters['receipt'],
  { speech, standing: { receipt: words } }: Writing,
  here: At,
): Block[] =>
  undoableUntil === null || undoableUntil === undefined
    ? []
    : [paragraph(words.undoing({ ...here, until: speech.time(undoableUntil) }))]

const entryOf = (
  {
    organization,
    closed,
    restorableUntil,
    erasedBy,
    undoableUntil,
  }: Omit<Letters['receipt'], 'code'>,
  { speech, standing: { receipt: words }, desk, erasure }: Writing,
): readonly [string, string] => {
  const time = (instant: string) => speech.time(instant)
  const sentences = [
    closed ? words.eachClosed : words.each(time(restorableUntil)),
    erasure.comes(time(erasedBy)),
    ...(undoableUntil == null ? [] : [desk.many.undoable(time(undoableUntil))]),
  ]
  return [speech.name(organization.name), sentences.join(' ')]
}

export const receipts = (values: Letters['receipts'], writing: Writing): Content => {
  const { reference, code, entries } = values
  const [first] = entries
  if (first !== undefined && entries.length === 1) return receipt({ ...first, code }, writing)
  const { receipt: words } = writing.standing
  const closed = entries.filter((entry) => entry.closed)
  return {
    subject: writing.receipts.headingMany(entries.length),
    blocks: [
      paragraph(writing.desk.many.left(entries.length)),
      facts([words.reference, reference]),
      openReceipt(values, writing),
      facts(...entries.map((entry) => entryOf(entry, writing))),
      note(words.holdMany),
      ...(closed.length === entries.length ? [] : [paragraph(words.comingBackMany)]),
      ...closed.map((entry) => paragraph(words.comingBackClosed(at(entry, writing)))),
      link(
        writing.memberships.organizations.title,
        `${writing.publicUrl}${pageAddresses.organizations}`,
      ),
      ...(closed.length === entries.length ? [] : [byAddress(words.cannotSignIn, writing)]),
      ...entries.flatMap((entry) => contact(entry, writing)),
    ],
  }
}
