/** What was just done, told on the next page and then forgotten. */
import { html } from 'hono/html'
import { z } from 'zod'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'
import { minuteMs } from '../../kernel/time.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf } from '../../pages/reader.ts'
import type { ServerWords } from '../../words/server-words.ts'
import type { Exchange } from '../exchange.ts'

const cookie = 'guesthouse_told'
const lifetimeMs = 5 * minuteMs

/** Everything that is told so. `about` is the name of whom or what it was done to. */
export const deeds = [
  'left',
  'accepted',
  'declined',
  'removed',
  'asked',
  'withdrawn',
  'undone',
  'undoneDisabled',
  'refused',
  'takenBack',
  'hidden',
  'shown',
  'shownAtHome',
  'hiddenAtHome',
  'sessionEnded',
  'consentEnded',
  'attested',
  'kept',
  'givenUp',
  'passedOn',
  'takenOver',
  'reviewsStopped',
  'reviewsWanted',
] as const
export type Deed = (typeof deeds)[number]

const shape = z.strictObject({
  deed: z.enum(deeds),
  about: z.string(),
  /** The organization or the guest, where it is one: its row on the page. */
  id: z.string().nullable(),
})
export type Told = z.infer<typeof shape>

const sealedBy = (x: Exchange) => ({
  c: x.c,
  now: x.now,
  services: { sealKey: x.sealKey, publicUrl: x.publicUrl },
})

/** Keeps for the next page what was done. */
export const keepTold = (x: Exchange, told: Told): void =>
  writeSealedCookie(sealedBy(x), cookie, told, lifetimeMs)

/** What was done just before; told once. */
export const takeTold = (x: Exchange): Told | undefined => {
  const told = readSealedCookie(sealedBy(x), cookie, shape)
  if (told !== undefined) clearSealedCookie(sealedBy(x), cookie)
  return told
}

const said: Readonly<Record<Deed, (words: ServerWords, about: string) => string>> = {
  left: ({ memberships }, about) => memberships.leave.doneTitle(about),
  accepted: ({ memberships }, about) => memberships.invitation.accepted(about),
  declined: ({ memberships }, about) => memberships.invitation.declined(about),
  removed: ({ memberships }, about) => memberships.invitation.removed(about),
  asked: ({ memberships }, about) => memberships.request.sent(about),
  withdrawn: ({ memberships }) => memberships.acts.withdraw.done(),
  undone: ({ memberships }, about) => memberships.acts.undo.done(about),
  undoneDisabled: ({ memberships }, about) => memberships.acts.undo.doneDisabled(about),
  refused: ({ memberships }, about) => memberships.acts.refuse.done(about),
  takenBack: ({ memberships }, about) => memberships.refusals.done(about),
  hidden: ({ desk }, about) => desk.hidden(about),
  shown: ({ desk }, about) => desk.shown(about),
  shownAtHome: ({ desk }, about) => desk.shownAtHome(about),
  hiddenAtHome: ({ desk }, about) => desk.hiddenAtHome(about),
  sessionEnded: ({ portal }) => portal.account.sessionEnded,
  consentEnded: ({ portal }, about) => portal.consents.ended(about),
  attested: ({ answering }, about) => answering.own.done(about),
  kept: ({ answering }, about) => answering.guests.kept(about),
  givenUp: ({ answering }, about) => answering.guests.givenUp(about),
  passedOn: ({ answering }, about) => answering.guests.passedOn(about),
  takenOver: ({ answering }, about) => answering.guests.takenOver(about),
  reviewsStopped: ({ answering }) => answering.review.stopped,
  reviewsWanted: ({ answering }) => answering.review.wanted,
}

/**
 * The message about it, with the focus: whoever cannot see hears it, and goes on from there. `more`
 * stands below the sentence.
 */
export const toldMessage = (x: Exchange, told: Told, more: Html | string = ''): Html =>
  html`<div class="told" role="status" tabindex="-1" autofocus>
    <p><strong>${said[told.deed](readerOf(x.c).words, told.about)}</strong></p>
    ${more}
  </div>`
