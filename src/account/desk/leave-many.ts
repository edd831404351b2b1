/**
 * Leaving many organizations with one question, and what became of each. Asking changes nothing
 * (R6).
 */
import { leavePath, pageAddresses, receiptPath } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { readFormText } from '../../edge/body.ts'
import { Refusal } from '../../edge/refusal.ts'
import { isUuid, type TenantId } from '../../kernel/ids.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import type { LeaveOutcome } from '../../wire/account-leaves.ts'
import type { AccountOrganization, LeavePreview } from '../../wire/account.ts'
import { mostAtOnce } from '../../wire/at-once.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { previewsOf } from '../leave-preview.ts'
import { inheritancesIn } from '../hand-over.ts'
import { leaveAll, myOrganizations } from '../organizations.ts'
import { askAt } from '../requests.ts'
import { afterwardsOfAll, departureFacts } from './afterwards.ts'
import { deskPage } from './desk-page.ts'
import { handOverLink, lineOfHandOver } from './hand-over.ts'
import { isAsked, isEnded, needsSuccessor, showsLeave } from './leave-control.ts'
import { askOne, hiddenIds } from './leave-one.ts'
import { sumOfLosses } from './losses.ts'
import { heading, requestState, whyNot } from './organization-row.ts'
import { question } from './question.ts'
import { tickedIn } from './ticks.ts'
import { keepTold } from './told.ts'
import { wayBack, wayBackIn } from './way-back.ts'

const blockedPart = (
  blocked: readonly AccountOrganization[],
  hasTitle: boolean,
  reader: Reader,
): Html | string => {
  if (blocked.length === 0) return ''
  const { many } = reader.words.desk
  const askable = blocked.filter(({ canAsk }) => canAsk.includes('removal'))
  return html`${hasTitle ? html`<h2>${many.blocked}</h2>` : ''}
    <ul class="rows">
      ${blocked.map(
        (one) =>
          html`<li>
            ${heading(one, reader)} ${whyNot(one.blockers, isAsked(one), reader)}
            ${requestState(one, reader)} ${needsSuccessor(one) ? handOverLink(one, reader) : ''}
          </li>`,
      )}
    </ul>
    ${
      askable.length === 0
        ? ''
        : html`${hiddenIds(askable)}${
            hasTitle
              ? html`<label class="choice"
                  ><input type="checkbox" name="ask" value="1" /> ${many.ask(askable.length)}</label
                >`
              : html`<input type="hidden" name="ask" value="1" />`
          }`
    }`
}

const selected = (mine: readonly AccountOrganization[], ids: readonly string[]) => {
  const wanted = new Set(ids.slice(0, mostAtOnce).map((id) => id.toLowerCase()))
  return mine.filter(({ id }) => wanted.has(id))
}

/** Those that can be left, and those where something stands in the way. */
const parts = (chosen: readonly AccountOrganization[]) => ({
  free: chosen.filter(showsLeave),
  blocked: chosen.filter((one) => !showsLeave(one)),
})

// The first of their ends, so that it holds for each.
const undoing = (previews: readonly LeavePreview[], { words, speech }: Reader): Html | string => {
  const { many } = words.desk
  const ends = previews.flatMap(({ undoableUntil }) => undoableUntil ?? []).toSorted()
  const [first] = ends
  if (first === undefined) return ''
  const until = speech.time(first)
  return html`<p>
    ${ends.length === previews.length ? many.undo(until) : many.undoSome(ends.length, until)}
  </p>`
}

/** What would have nobody, by organization, with the way to name who takes it over (R125). */
const unowned = async (x: Exchange, previews: readonly LeavePreview[]): Promise<Html | string> => {
  const reader = readerOf(x.c)
  const { many } = reader.words.desk
  const owning = previews.flatMap(({ ends, organization }) =>
    ends.ownedGroups.count + ends.ownedApplications.count + ends.sponsoredGuests.count > 0
      ? [organization]
      : [],
  )
  if (owning.length === 0) return ''
  const left = await inheritancesIn(
    x,
    owning.map(({ id }) => id as TenantId),
  )
  const lines = owning.flatMap((organization) => {
    const inheritance = left.get(organization.id as TenantId)
    return inheritance === undefined ? [] : lineOfHandOver(organization, inheritance, reader)
  })
  return lines.length === 0
    ? ''
    : html`<h2>${many.unowned}</h2>
        <p>${many.unownedText}</p>
        <ul class="rows">
          ${lines}
        </ul>`
}

const confirmOf = (
  { free, blocked }: ReturnType<typeof parts>,
  { words }: Reader,
): string | undefined => {
  const { leave, organizations } = words.memberships
  if (free.length > 0) return leave.confirm
  return blocked.some(({ canAsk }) => canAsk.includes('removal'))
    ? organizations.askRemoval
    : undefined
}

const askMany = async (
  x: Exchange,
  chosen: readonly AccountOrganization[],
  wanted: number,
): Promise<Response> => {
  const reader = readerOf(x.c)
  const { many } = reader.words.desk
  const { free, blocked } = parts(chosen)
  const previews = await previewsOf(
    x,
    free.map(({ id }) => id as TenantId),
  )
  const title = free.length === 0 ? many.blocked : many.title(free.length)
  const lost =
    free.length === 0
      ? ''
      : html`${hiddenIds(free)} ${sumOfLosses(previews, reader)} ${undoing(previews, reader)}
        ${afterwardsOfAll(previews, reader)} ${await unowned(x, previews)}`
  const rest = wanted - chosen.length
  const content = html`${rest === 0 ? '' : html`<p class="why">${many.atOnce(mostAtOnce, rest)}</p>`}
  ${lost} ${blockedPart(blocked, free.length > 0, reader)}`
  const confirm = confirmOf({ free, blocked }, reader)
  const ends = free.length > 0
  const asked = { title, content, confirm, ends, action: pageAddresses.leave, back: wayBack(x) }
  return deskPage(x, { title, place: 'organizations', content: question(x, asked) })
}

/** /leave?o=…: the question for all that were ticked. */
export const askToLeaveMany: Handler = async (x) => {
  const mine = await myOrganizations(x)
  const chosen = tickedIn(x, mine)
  const [first] = chosen
  if (first === undefined) return x.c.redirect(wayBack(x), 303)
  return chosen.length === 1
    ? askOne(x, first)
    : askMany(x, chosen.slice(0, mostAtOnce), chosen.length)
}

// What stood in the way may be lifted meanwhile: what became of each is told on the page after it.
const askOneInstead = async (x: Exchange, tenantId: TenantId): Promise<void> => {
  try {
    await askAt(x, tenantId, { kind: 'removal' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

const askInstead = async (x: Exchange, outcomes: readonly LeaveOutcome[]): Promise<void> => {
  for (const one of outcomes)
    if (one.outcome === 'blocked' && one.blockers.every(({ liftedByAsking }) => liftedByAsking))
      await askOneInstead(x, one.organizationId as TenantId)
}

const whyStillThere = (organization: AccountOrganization, reader: Reader): Html | string =>
  showsLeave(organization)
    ? html`<p>${reader.words.blockers.refusal.canLeave}</p>`
    : whyNot(organization.blockers, true, reader)

const afterOne = async (x: Exchange, one: LeaveOutcome, back: string): Promise<Response> => {
  const { organizationId: id } = one
  if (one.outcome !== 'left') return x.c.redirect(leavePath(id), 303)
  const left = (await myOrganizations(x)).find((mine) => mine.id === id)
  keepTold(x, { deed: 'left', about: left?.displayName ?? '', id })
  return x.c.redirect(back, 303)
}

/** Leaves what was confirmed, and asks where leaving is not for oneself. */
export const doLeave: Handler = async (x) => {
  const sent = new URLSearchParams(await readFormText(x.c))
  const back = wayBackIn(x, sent.get('back') ?? undefined)
  const ids = sent
    .getAll('o')
    .filter((id) => isUuid(id))
    .slice(0, mostAtOnce)
  const { value: outcomes, receipt } = await leaveAll(
    x,
    ids.map((id) => id.toLowerCase() as TenantId),
  )
  if (sent.get('ask') === '1') await askInstead(x, outcomes)
  const [first] = outcomes
  if (first === undefined) return x.c.redirect(back, 303)
  if (outcomes.length === 1) return afterOne(x, first, back)
  const which = outcomes.map(({ organizationId }) => ['o', organizationId])
  const query = [...which, ...(receipt === null ? [] : [['receipt', receipt]]), ['back', back]]
  return x.c.redirect(`/left?${new URLSearchParams(query).toString()}`, 303)
}

const resultOf = (organization: AccountOrganization, reader: Reader): Html => {
  const { departure } = organization
  const { desk, memberships } = reader.words
  const name = organization.displayName
  const isGone = isEnded(organization) && departure !== null
  return html`<li class="card">
    <h2>${isGone ? memberships.leave.doneTitle(name) : desk.many.notLeft(name)}</h2>
    ${isGone ? departureFacts(departure, organization, reader) : whyStillThere(organization, reader)}
    ${requestState(organization, reader)}
  </li>`
}

/** /left?o=…: what became of each, as it stands now. */
export const showLeft: Handler = async (x) => {
  const reader = readerOf(x.c)
  const { desk, memberships } = reader.words
  const chosen = selected(await myOrganizations(x), x.c.req.queries('o') ?? [])
  const left = chosen.filter(isEnded).length
  const receipt = x.c.req.query('receipt') ?? ''
  const title = left === 0 ? desk.many.leftNone : desk.many.left(left)
  const content = html`<div class="told" role="status" tabindex="-1" autofocus>
      <h1>${title}</h1>
      ${left === 0 ? '' : html`<p>${memberships.leave.doneHint}</p>`}
      ${isUuid(receipt) ? html`<p><a href="${receiptPath(receipt)}">${desk.many.receipt}</a>: ${receipt}</p>` : ''}
    </div>
    <ul class="rows results">
      ${chosen.map((one) => resultOf(one, reader))}
    </ul>
    <p class="acts"><a class="button do" href="${wayBack(x)}">${desk.back}</a></p>`
  return deskPage(x, { title, place: 'organizations', content })
}
