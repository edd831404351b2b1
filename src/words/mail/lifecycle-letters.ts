/**
 * Letters before a guest's account ends by itself, to the guest and to who answers for them; and
 * the yearly look back.
 */
import { appsPath, myDataPath, organizationPath, pageAddresses } from '../../kernel/page-address.ts'
import type { Letters, LetterOf, LifecycleTold } from '../../mail/letters.ts'
import type { Speech } from '../speech.ts'
import { link, paragraph, type Block, type Content } from './content.ts'
import type { Writing } from './writing.ts'

/** That whom a policy disables is removed later, where it does that too: both days at once. It
 * comes last, as "before then" means the first. */
const afterDisabling = (
  { removedAt }: Pick<LifecycleTold, 'removedAt'>,
  { later }: { readonly later: (on: { readonly time: string }) => string },
  speech: Speech,
): string[] =>
  removedAt === undefined || removedAt === null ? [] : [later({ time: speech.time(removedAt) })]

type Here = { readonly organization: string }
type Said = { readonly subject: string; readonly blocks: readonly Block[] }

/** That a rule has disabled them, and what comes next. */
const isDisabled = (
  { why, at, organization }: Letters['lifecycle'],
  { speech, publicUrl, memberships, lifecycle: { guest: words } }: Writing,
  here: Here,
): Said => ({
  subject: words.subject.done(here),
  blocks: [
    paragraph(words.why[why](here)),
    paragraph(words.done(here)),
    ...(at === null ? [] : [paragraph(words.later({ time: speech.time(at) }))]),
    link(memberships.organizations.download, `${publicUrl}${myDataPath(organization.id)}`),
  ],
})

/** Where the guest does what keeps the account, where one step does. */
const keepingLink = (
  { why, organization }: Letters['lifecycle'],
  asksThem: boolean,
  { publicUrl, lifecycle: { links } }: Writing,
  here: Here,
): Block[] => {
  if (asksThem)
    return [link(links.own, `${publicUrl}${organizationPath(organization.id, 'needed')}`)]
  return why === 'inactivity'
    ? [link(links.signIn(here), `${publicUrl}${appsPath(organization.id)}`)]
    : []
}

export const lifecycleTold = (values: Letters['lifecycle'], writing: Writing, here: Here): Said => {
  const { why, notice, ending, at, mayAttest } = values
  if (notice === 'done') return isDisabled(values, writing, here)
  const {
    speech,
    lifecycle: { guest: words },
  } = writing
  const asksThem = why === 'attestation' && mayAttest === true
  const said = [
    words.why[why](here),
    ...(at === null ? [] : [words[ending]({ ...here, time: speech.time(at) })]),
    asksThem ? words.attest(here) : words.stay[why](here),
    ...afterDisabling(values, words, speech),
  ]
  return {
    subject: words.subject[ending](here),
    blocks: [...said.map(paragraph), ...keepingLink(values, asksThem, writing, here)],
  }
}

const guestLifecycle = (
  { organization, guest, ...told }: LetterOf<'guestLifecycle'>['values'],
  { speech, publicUrl, lifecycle: { sponsor: words, links } }: Writing,
): Content => {
  const about = { organization: speech.name(organization.name), guest: speech.name(guest) }
  const { why, notice, ending, at } = told
  const removal = afterDisabling(told, words, speech)
  const on = at === null ? undefined : { ...about, time: speech.time(at) }
  const over = ending === 'delete' ? 'removed' : 'done'
  const said =
    notice === 'done'
      ? [words[over](about), ...(on === undefined || over === 'removed' ? [] : [words.later(on)])]
      : [...(on === undefined ? [] : [words[ending](on)]), words.stay[why](about), ...removal]
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
