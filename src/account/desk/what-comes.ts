/**
 * What ends my account in an organization by itself, as its row says it: in the sentences of the
 * mails, so that both say one thing (R133–R135).
 */
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Reader } from '../../pages/reader.ts'
import type { AccountOrganization } from '../../wire/account.ts'
import { appsPath } from '../../kernel/page-address.ts'
import { firstEnd } from '../../words/why-it-comes.ts'
import { isOverBy } from './answering/standing.ts'
import { lifecycleReasons, type ComingReason, type LifecycleReason } from '../../wire/lifecycle.ts'

type Coming = AccountOrganization['comes'][number]

const isRule = (why: ComingReason): why is LifecycleReason =>
  lifecycleReasons.some((one) => one === why)

// A date is known to whoever has one; a rule is told of when it is not kept, and no earlier.
const isSaid = ([next]: readonly Coming[]): boolean =>
  next !== undefined && isRule(next.why) && (next.step !== 'told' || next.why === 'endDate')

type Said = { readonly organization: string; readonly comes: readonly Coming[] }

const announced = ({ organization, comes }: Said, { words, speech }: Reader): string[] => {
  const said = words.lifecycle.guest
  const [first] = comes
  // What only comes to be so if nothing happens is not told yet.
  const [end, later] = comes.filter(
    ({ step, already }) => already && (step === 'disabled' || step === 'deleted'),
  )
  if (first === undefined || end === undefined || !isRule(end.why)) return []
  const on = { organization, time: speech.time(end.at) }
  return [
    said.why[end.why]({ organization }),
    end.step === 'disabled' ? said.disable(on) : said.delete(on),
    ...(first.step === 'told' ? [] : [said.stay[end.why]({ organization })]),
    // Last, as in the mails: "before then" is before the first day.
    ...(later === undefined ? [] : [said.later({ time: speech.time(later.at) })]),
  ]
}

// Who can leave although they are disabled was disabled by a policy.
const disabled = ({ organization, comes }: Said, { words, speech }: Reader): string[] => {
  const said = words.lifecycle.guest
  const end = comes.find(({ step }) => step === 'deleted')
  return [
    said.doneHere({ organization }),
    ...(end === undefined ? [] : [said.later({ time: speech.time(end.at) })]),
  ]
}

// The day has come, and the job that removes is still to come by.
const over = (
  organization: AccountOrganization,
  { words, speech }: Reader,
  now: Date,
): string[] | undefined => {
  const { displayName, comes, endsAt } = organization
  if (endsAt === null || comes[0]?.why !== 'endDate' || !isOverBy(organization, now))
    return undefined
  return [words.answering.own.over(speech.name(displayName), speech.date(endsAt))]
}

/** Where the account is used, where that is what keeps it: the mails lead there too. */
export const signInThere = (
  { id, displayName, state, closed }: AccountOrganization,
  end: Pick<Coming, 'why'> | undefined,
  { words, speech }: Reader,
): Html | string =>
  state !== 'active' || closed || end?.why !== 'inactivity'
    ? ''
    : html`<p>
        <a href="${appsPath(id)}"
          >${words.lifecycle.links.signIn({ organization: speech.name(displayName) })}</a
        >
      </p>`

/** What comes, in sentences; nothing where nothing does. */
export const whatComes = (
  organization: AccountOrganization,
  reader: Reader,
  now: Date,
): Html | string => {
  const { displayName, state, kind, closed, blockers, comes } = organization
  if (kind === 'home' || closed) return ''
  const said = { organization: reader.speech.name(displayName), comes }
  const isOff = state === 'disabled' && blockers.length === 0
  if (!isOff && !isSaid(comes)) return ''
  const sentences = isOff
    ? disabled(said, reader)
    : (over(organization, reader, now) ?? announced(said, reader))
  return html`<p>${sentences.join(' ')}</p>
    ${signInThere(organization, firstEnd(comes), reader)}`
}
