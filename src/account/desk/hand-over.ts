/** Leaving one organization and naming who takes over what would have nobody (R125). */
import { organizationPath } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { readForm } from '../../edge/body.ts'
import { isUuid, type TenantId, type UserId } from '../../kernel/ids.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import { roles } from '../../access/roles.ts'
import type { Succession } from '../../wire/account-hand-over.ts'
import type { AccountOrganization } from '../../wire/account.ts'
import { roleNameIn } from '../../words/role-name.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { handOverAt, successionAt, successionIn } from '../hand-over.ts'
import { myOrganization, tenantIdOf } from '../organizations.ts'
import { deskPage } from './desk-page.ts'
import { needsSuccessor } from './leave-control.ts'
import { personChooser } from './person-chooser.ts'
import { question } from './question.ts'
import { keepTold } from './told.ts'
import { wayBack, wayBackIn } from './way-back.ts'

type Estate = Pick<Succession, 'administrator' | 'groups' | 'applications' | 'guests'>

const handed = (
  { administrator, groups, applications, guests }: Estate,
  { words }: Reader,
): readonly (readonly [string, readonly { readonly displayName: string }[]])[] => {
  const { ends } = words.memberships.leave
  const role = roleNameIn(words.roleNames, roles.globalAdministrator.displayName)
  return [
    ...(administrator ? [[words.handOver.role(role), []] as const] : []),
    ...(groups.length > 0 ? [[ends.ownedGroups(groups.length), groups] as const] : []),
    ...(applications.length > 0
      ? [[ends.ownedApplications(applications.length), applications] as const]
      : []),
    ...(guests.length > 0 ? [[ends.sponsoredGuests(guests.length), guests] as const] : []),
  ]
}

/** The way to name a successor for one organization. */
export const handOverLink = (
  { id, displayName }: AccountOrganization,
  { words: { handOver: said } }: Reader,
): Html =>
  html`<p class="acts">
    <a class="button" href="${organizationPath(id, 'hand-over')}"
      >${said.offer} <b>${displayName}</b></a
    >
  </p>`

/** What would have nobody there, among many; nothing where nothing would. */
export const lineOfHandOver = (
  organization: AccountOrganization,
  inheritance: Estate,
  reader: Reader,
): Html[] => {
  const all = handed(inheritance, reader)
  if (all.length === 0) return []
  return [
    html`<li>
      <h3>${organization.displayName}</h3>
      <p>${reader.speech.list(all.map(([what]) => what))}</p>
      ${handOverLink(organization, reader)}
    </li>`,
  ]
}

/** Offers to name a successor, where leaving would leave something with nobody. */
export const offerToHandOver = async (
  x: Exchange,
  organization: AccountOrganization,
): Promise<Html | string> => {
  const { id, displayName, blockers } = organization
  if (blockers.length > 0 && !needsSuccessor(organization)) return ''
  const reader = readerOf(x.c)
  const { handOver: said } = reader.words
  const found = await successionIn(x, id as TenantId)
  if (found === undefined || handed(found, reader).length === 0) return ''
  const text = found.administrator ? said.soleAdministrator(displayName) : said.sole(displayName)
  return html`<p>${text}</p>
    <p class="acts">
      <a class="button" href="${organizationPath(id, 'hand-over')}">${said.offer}</a>
    </p>`
}

const contentOf = (
  found: Succession,
  { displayName }: AccountOrganization,
  search: string,
  reader: Reader,
): Html => {
  const { handOver: said } = reader.words
  const all = handed(found, reader)
  if (all.length === 0) return html`<p>${said.nothing}</p>`
  return html`<p>${said.lead(displayName)}</p>
    <ul class="sum">
      ${all.map(
        ([what, names]) =>
          html`<li>
            ${what}${names.length === 0 ? '' : ': '}${reader.speech.list(names.map((one) => one.displayName))}
          </li>`,
      )}
    </ul>
    ${personChooser('successor', { found: found.candidates, more: found.more }, search, reader)}
    <p>${said.afterwards}</p>`
}

/** /organizations/{id}/hand-over: what goes over, and to whom. Asking changes nothing (R6). */
export const askToHandOver: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const reader = readerOf(x.c)
  const organization = await myOrganization(x, tenantId)
  const search = x.c.req.query('search') ?? ''
  const found = await successionAt(x, tenantId, search)
  const isAble = found.candidates.length > 0 && handed(found, reader).length > 0
  const title = reader.words.handOver.title(organization.displayName)
  const asked = {
    title,
    content: contentOf(found, organization, search, reader),
    confirm: isAble ? reader.words.memberships.leave.confirm : undefined,
    ends: true,
    action: x.c.req.path,
    back: wayBack(x),
  }
  return deskPage(x, { title, place: 'organizations', content: question(x, asked) })
}

/** Does it, and comes back to the list. */
export const doHandOver: Handler = async (x) => {
  const { successor = '', back } = await readForm(x.c)
  const tenantId = tenantIdOf(x)
  if (!isUuid(successor)) return x.c.redirect(x.c.req.path, 303)
  const { displayName } = await myOrganization(x, tenantId)
  await handOverAt(x, tenantId, successor.toLowerCase() as UserId)
  keepTold(x, { deed: 'left', about: displayName, id: tenantId })
  return x.c.redirect(wayBackIn(x, back), 303)
}
