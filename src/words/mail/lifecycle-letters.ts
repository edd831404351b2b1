/**
 * Letters before a guest's account ends by itself, to the guest and to who answers for them; and
 * the yearly look back.
 */
import { myDataPath, organizationPath, pageAddresses } from '../../kernel/page-address.ts'
import type { Letters, LetterOf } from '../../mail/letters.ts'
import { link, paragraph, type Block, type Content } from './content.ts'
import type { Writing } from './writing.ts'

export const lifecycleTold = (
  { why, notice, ending, at, organization, mayAttest = false }: Letters['lifecycle'],
  { speech, publicUrl, memberships, lifecycle: { guest: words, links } }: Writing,
  here: { readonly organization: string },
): { readonly subject: string; readonly blocks: readonly Block[] } => {
  const on = at === null ? undefined : { ...here, time: speech.time(at) }
  if (notice === 'done')
    return {
      subject: words.subject.done(here),
      blocks: [
        words.why[why](here),
        words.done(here),
        ...(on === undefined ? [] : [words.later(on)]),
      ]
        .map(paragraph)
        .concat([
          link(memberships.organizations.download, `${publicUrl}${myDataPath(organization.id)}`),
        ]),
    }
  const asksThem = why === 'attestation' && mayAttest
  return {
    subject: words.subject[ending](here),
    blocks: [
      words.why[why](here),
      ...(on === undefined ? [] : [words[ending](on)]),
      asksThem ? words.attest(here) : words.stay[why](here),
    ]
      .map(paragraph)
      .concat(
        asksThem
          ? [link(links.own, `${publicUrl}${organizationPath(organization.id, 'needed')}`)]
          : [],
      ),
  }
}

const guestLifecycle = (
  { organization, guest, why, notice, ending, at }: LetterOf<'guestLifecycle'>['values'],
  { speech, publicUrl, lifecycle: { sponsor: words, links } }: Writing,
): Content => {
  const about = { organization: speech.name(organization.name), guest: speech.name(guest) }
  const on = at === null ? undefined : { ...about, time: speech.time(at) }
  const over = ending === 'delete' ? 'removed' : 'done'
  const said =
    notice === 'done'
      ? [words[over](about), ...(on === undefined || over === 'removed' ? [] : [words.later(on)])]
      : [...(on === undefined ? [] : [words[ending](on)]), words.stay[why](about)]
  return {
    subject: words.subject[notice === 'done' ? over : ending](about),
    blocks: [
      ...[words.why[why](about), ...said].map(paragraph),
      ...(notice === 'done' ? [] : [link(links.guests, `${publicUrl}${pageAddresses.guests}`)]),
      paragraph(words.you(about)),
    ],
  }
}

const guestPassedOn = (
  { organization, guest }: LetterOf<'guestPassedOn'>['values'],
  { speech, publicUrl, lifecycle: { passedOn, links } }: Writing,
): Content => {
  const about = { organization: speech.name(organization.name), guest: speech.name(guest) }
  return {
    subject: passedOn.subject(about),
    blocks: [
      paragraph(passedOn.lead(about)),
      link(links.guests, `${publicUrl}${pageAddresses.guests}`),
    ],
  }
}

const yearlyReview = (
  { organizations, unused, days }: LetterOf<'yearlyReview'>['values'],
  { publicUrl, answering: { review }, lifecycle: { review: words, links } }: Writing,
): Content => ({
  subject: words.subject(organizations),
  blocks: [
    paragraph(`${review.summary(organizations)} ${review.unused(unused, days)}`),
    link(links.review, `${publicUrl}${pageAddresses.organizations}?show=unused`),
    paragraph(words.why),
  ],
})

export const lifecycleLetters = { guestLifecycle, guestPassedOn, yearlyReview }
