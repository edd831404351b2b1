/** Letters about requests and their clock: to whoever asked, and to those who answer. */
import { adminPath } from '../../kernel/page-address.ts'
import type { Letters, LetterOf, RequestStep } from '../../mail/letters.ts'
import type { RequestsWords } from '../en/requests.ts'
import { facts, link, paragraph, quote, type Block, type Content } from './content.ts'
import { byAddress } from './standing-parts.ts'
import type { Writing } from './writing.ts'

type At = { readonly organization: string }
type Moved = Letters['requestMoved']

const subjectOf = ({ request, step }: Moved, { mail }: RequestsWords, here: At): string => {
  const { subject } = mail
  if (step === 'asked') return subject.asked[request](here)
  if (step === 'unanswered' || step === 'lastAdministrator' || step === 'windowOver')
    return subject.expired[request](here)
  if (step === 'removedInvited') return subject.removed(here)
  if (step === 'accepted' || step === 'corrected') return subject.withdrawn(here)
  if (step === 'dayChanged') return subject.ruleChanged(here)
  return subject[step](here)
}

/** What was asked, of whom and when, wherever that is known. */
const asked = (
  { request, askedAt }: Moved,
  { speech, requests: { asked: words } }: Writing,
  here: At,
): string[] =>
  askedAt === undefined ? [] : [words[request]({ ...here, time: speech.time(askedAt) })]

const leadOf = ({ step, whenDue, closed }: Moved, { mail }: RequestsWords, here: At): string[] => {
  if (step === 'asked') return []
  if (closed && (step === 'ruleChanged' || step === 'dayChanged')) return [mail.closedNow(here)]
  if (step === 'ruleChanged')
    return [whenDue === 'removed' ? mail.removesAgain(here) : mail.removesNoMore(here)]
  return [mail[step](here)]
}

/** What a request that is open comes to when nobody answers. */
const outlook = (
  { request, due, whenDue, closed }: Moved,
  { speech, requests: { whenDue: words, whenDueClosed } }: Writing,
  here: At,
): string[] => {
  if (due === null) return []
  const on = { ...here, time: speech.time(due) }
  if (closed) return [whenDueClosed[request === 'restore' ? request : 'removed'](on)]
  if (request === 'restore') return [words.restore(on)]
  return [whenDue === 'removed' ? words.removed(on) : words.kept(on)]
}

const stillOpen: ReadonlySet<RequestStep> = new Set([
  'asked',
  'held',
  'goesOn',
  'ruleChanged',
  'dayChanged',
])

export const requestMoved = (
  values: Moved,
  writing: Writing,
  here: At,
): { readonly subject: string; readonly blocks: readonly Block[] } => {
  const { requests: words } = writing
  const { text } = values
  return {
    subject: subjectOf(values, words, here),
    blocks: [
      ...[
        ...asked(values, writing, here),
        ...leadOf(values, words, here),
        ...outlook(values, writing, here),
      ].map(paragraph),
      ...(text === null ? [] : [paragraph(words.why(here))]),
      ...quote(text),
      ...(stillOpen.has(values.step) ? [byAddress(words.cannotSignIn, writing)] : []),
    ],
  }
}

const requestsWaiting = (
  values: LetterOf<'requestsWaiting'>['values'],
  { requests: { waiting: words }, speech, publicUrl }: Writing,
): Content => {
  const { organization, reminder, request, whenDue, count, firstDue } = values
  const removal = whenDue === 'removed' ? words.removed : words.kept
  return {
    subject: words.subject({ organization: speech.name(organization.name) }),
    blocks: [
      paragraph(words[reminder]),
      paragraph(request === 'restore' ? words.restore : removal),
      facts(
        [request === 'restore' ? words.restores : words.removals, speech.number(count)],
        [words.firstDue, speech.time(firstDue)],
      ),
      link(words.open, `${publicUrl}${adminPath(organization.id, 'requests')}`),
    ],
  }
}

const holdsEnded = (
  { organization, count, firstDue }: Letters['holdsEnded'],
  { requests: { holdsEnded: words, waiting }, speech }: Writing,
): Content => {
  const here = { organization: speech.name(organization.name) }
  return {
    subject: words.subject(here),
    blocks: [
      paragraph(words.lead(here)),
      facts([waiting.removals, speech.number(count)], [words.firstDue, speech.time(firstDue)]),
      paragraph(words.next),
    ],
  }
}

const deletionsWaiting = (
  { organization, count, firstDue }: Letters['deletionsWaiting'],
  { requests: { deletions: words }, speech, publicUrl }: Writing,
): Content => ({
  subject: words.subject({ organization: speech.name(organization.name) }),
  blocks: [
    paragraph(firstDue === null ? words.needsYes : words.waits),
    facts(
      [words.count, speech.number(count)],
      ...(firstDue === null ? [] : [[words.firstDue, speech.time(firstDue)] as const]),
    ),
    link(words.open, `${publicUrl}${adminPath(organization.id, 'protection')}`),
  ],
})

const deletionsAnswered = (
  { organization, done, refused }: Letters['deletionsAnswered'],
  { requests: { deletions: words }, speech, publicUrl }: Writing,
): Content => ({
  subject: words.answered({ organization: speech.name(organization.name) }),
  blocks: [
    paragraph(words.answeredLead),
    facts([words.done, speech.number(done)], [words.refused, speech.number(refused)]),
    link(words.open, `${publicUrl}${adminPath(organization.id, 'protection')}`),
  ],
})

export const requestLetters = { requestsWaiting, holdsEnded, deletionsWaiting, deletionsAnswered }
