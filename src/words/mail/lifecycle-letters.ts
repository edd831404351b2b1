/** Letters before a guest's account ends by itself: to the guest and to who answers for them. */
import type { Letters, LetterOf } from '../../mail/letters.ts'
import { paragraph, type Block, type Content } from './content.ts'
import type { Writing } from './writing.ts'

export const lifecycleTold = (
  { why, notice, ending, at }: Letters['lifecycle'],
  { speech, lifecycle: { guest: words } }: Writing,
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
      ].map(paragraph),
    }
  return {
    subject: words.subject[ending](here),
    blocks: [
      words.why[why](here),
      ...(on === undefined ? [] : [words[ending](on)]),
      words.stay[why](here),
    ].map(paragraph),
  }
}

const guestLifecycle = (
  { organization, guest, why, notice, ending, at }: LetterOf<'guestLifecycle'>['values'],
  { speech, lifecycle: { sponsor: words } }: Writing,
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
    blocks: [words.why[why](about), ...said, words.you(about)].map(paragraph),
  }
}

export const lifecycleLetters = { guestLifecycle }
