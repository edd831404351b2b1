/** Until when an account of a guest stands, in words: what ends it next, and why. */
import { html } from 'hono/html'
import type { Html } from '../../../pages/page.ts'
import type { Reader } from '../../../pages/reader.ts'
import type { AnsweredGuest, OwnNeed } from '../../../wire/account-guests.ts'
import { isOver } from '../../../directory/lifecycle/end-date.rule.ts'
import { facts } from '../organization-row.ts'

type Need = Pick<OwnNeed | AnsweredGuest, 'attestedAt' | 'endsAt' | 'comes'>

/** The first step that ends something. */
export const firstEnd = ({ comes }: Need): Need['comes'][number] | undefined =>
  comes.find(({ step }) => step !== 'told')

/** What is known of it, each with its day. */
export const needFacts = (need: Need, { words, speech }: Reader): Html => {
  const said = words.answering.facts
  const { attestedAt, endsAt } = need
  const end = firstEnd(need)
  const later = need.comes.filter(
    (one) => one !== end && (one.step === 'disabled' || one.step === 'deleted'),
  )
  return facts([
    ...(end === undefined ? [] : [[said.why, said.reason[end.why]] as const]),
    ...later.map((one) => [said.removedOn, speech.date(one.at)] as const),
    ...(endsAt === null || end?.why === 'endDate'
      ? []
      : [[said.endDate, speech.date(endsAt)] as const]),
    [said.attested, attestedAt === null ? said.never : speech.date(attestedAt)],
  ])
}

/** The end date has come (R133). */
export const isOverBy = ({ endsAt }: Pick<Need, 'endsAt'>, now: Date): boolean =>
  endsAt !== null && isOver(new Date(endsAt), now)

/** The sentence about a guest. */
export const guestUntil = (guest: Need, { words, speech }: Reader, now: Date): Html => {
  const said = words.answering.guests
  const { endsAt } = guest
  if (endsAt !== null && isOverBy(guest, now))
    return html`<p><strong>${said.over(speech.date(endsAt))}</strong></p>`
  const end = firstEnd(guest)
  if (end === undefined) return html`<p>${said.open}</p>`
  const on = speech.date(end.at)
  return html`<p>
    <strong>${end.step === 'disabled' ? said.disabledUntil(on) : said.until(on)}</strong>
  </p>`
}
