/** /organizations/{id}/needed: whether I still need my account there, said by myself (R136). */
import { leavePath, organizationPath } from '../../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { TenantId } from '../../../kernel/ids.ts'
import type { Html } from '../../../pages/page.ts'
import { readerOf, type Reader } from '../../../pages/reader.ts'
import type { OwnNeed } from '../../../wire/account-guests.ts'
import type { AccountOrganization } from '../../../wire/account.ts'
import { attestAt, ownNeedAt } from '../../answering/own-need.ts'
import type { Handler } from '../../exchange.ts'
import { myOrganization, tenantIdOf } from '../../organizations.ts'
import { deskPage } from '../desk-page.ts'
import { showsLeave } from '../leave-control.ts'
import { question } from '../question.ts'
import { keepTold, takeTold, toldMessage } from '../told.ts'
import { signInThere } from '../what-comes.ts'
import { wayBack } from '../way-back.ts'
import { firstEnd, nowKept, onceKept } from '../../../words/why-it-comes.ts'
import { isOverBy, needFacts, saidOf, together } from './standing.ts'

const sentence = (need: OwnNeed, name: string, { words, speech }: Reader, now: Date): string => {
  const { own, guests } = words.answering
  const { endsAt } = need
  if (endsAt !== null && isOverBy(need, now)) return own.over(name, speech.date(endsAt))
  const end = firstEnd(need.comes)
  if (end === undefined) return own.open(name)
  const on = speech.date(end.at)
  return end.step === 'disabled' ? guests.disabledUntil(on) : own.until(name, on)
}

const until = (need: OwnNeed, name: string, reader: Reader, now: Date): Html => {
  const isMovable = need.endsAt !== null && !isOverBy(need, now)
  return html`<p><strong>${sentence(need, name, reader, now)}</strong></p>
    ${needFacts(need, reader)}
    ${isMovable ? html`<p>${reader.words.answering.own.endDate}</p>` : ''}`
}

// That the end date has come is said above.
const why = (need: OwnNeed, name: string, reader: Reader): Html | string => {
  const { own } = reader.words.answering
  if (need.reason === 'over') return ''
  if (need.reason !== null) return html`<p>${own.reason[need.reason](name)}</p>`
  return html`<p>${own.text(name)}</p>
    ${together(onceKept(need, saidOf('mine', reader)))}`
}

const instead = (organization: AccountOrganization, { words }: Reader): Html | string =>
  showsLeave(organization)
    ? html`<p>
        <a href="${leavePath(organization.id)}"
          >${words.answering.own.leave(organization.displayName)}</a
        >
      </p>`
    : ''

export const askOwnNeed: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const reader = readerOf(x.c)
  const { own } = reader.words.answering
  const organization = await myOrganization(x, tenantId)
  const need = await ownNeedAt(x, tenantId)
  const told = takeTold(x)
  const name = organization.displayName
  const content = html`${told === undefined ? '' : toldMessage(x, told)}
  ${until(need, name, reader, x.now)}
  ${told === undefined ? why(need, name, reader) : together(nowKept(need, saidOf('mine', reader)))}
  ${signInThere(organization, firstEnd(told === undefined ? need.comesIfKept : need.comes), reader)}
  ${instead(organization, reader)}`
  const title = own.title(name)
  const confirm = need.canAttest && told === undefined ? own.confirm : undefined
  const asked = { title, content, confirm, action: x.c.req.path, back: wayBack(x) }
  return deskPage(x, { title, place: 'organizations', content: question(x, asked) })
}

/** Says it, and comes back to the page, which says until when that counts. */
export const doAttest: Handler = async (x) => {
  const tenantId: TenantId = tenantIdOf(x)
  const { displayName } = await myOrganization(x, tenantId)
  await attestAt(x, tenantId)
  keepTold(x, { deed: 'attested', about: displayName, id: tenantId })
  return x.c.redirect(organizationPath(tenantId, 'needed'), 303)
}
