/** Until when an account of a guest stands, in words: what ends it next, and why. */
import { html } from 'hono/html'
import type { Html } from '../../../pages/page.ts'
import type { Reader } from '../../../pages/reader.ts'
import type { AnsweredGuest, OwnNeed } from '../../../wire/account-guests.ts'
import { firstEnd, whyItComes } from '../../../words/why-it-comes.ts'
import { isOver } from '../../../directory/lifecycle/end-date.rule.ts'
import { facts } from '../afterwards.ts'

type Need = Pick<OwnNeed | AnsweredGuest, 'attestedAt' | 'endsAt' | 'comes' | 'comesIfKept'>

/** What is known of it, each with its day. */
export const needFacts = (need: Need, { words, speech }: Reader): Html => {
  const said = words.answering.facts
  const { attestedAt, endsAt } = need
  const end = firstEnd(need.comes)
  const later = need.comes.filter(
    (one) => one !== end && (one.step === 'disabled' || one.step === 'deleted'),
  )
  return facts([
    ...(end === undefined ? [] : [[said.why, whyItComes(words.answering.coming, end)] as const]),
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
  const end = firstEnd(guest.comes)
  if (end === undefined) return html`<p>${said.open}</p>`
  const on = speech.date(end.at)
  return html`<p>
    <strong>${end.step === 'disabled' ? said.disabledUntil(on) : said.until(on)}</strong>
  </p>`
}

/** In which words it is said what ends an account, of oneself or of a guest. */
export const saidOf = (whose: 'mine' | 'guests', { words, speech }: Reader) => {
  const { coming } = words.answering
  const stops = whose === 'mine' ? coming.youStop : coming.stops
  return { words: coming, stops, on: ({ at }: Need['comes'][number]) => speech.date(at) }
}

/** Sentences, one after the other; nothing where there are none. */
export const together = (sentences: readonly string[]): Html | string =>
  sentences.length === 0 ? '' : html`<p>${sentences.join(' ')}</p>`
