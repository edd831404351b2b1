/**
 * My account: who I am, how I sign in, my organizations, which applications act for me, and where I
 * am signed in.
 */
import { pageAddresses, passwordPath } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import type { Me } from '../../wire/account.ts'
import { languageNames, languages } from '../../words/locales.ts'
import { myConsents } from '../consents.ts'
import type { Handler } from '../exchange.ts'
import { meOf, mySessions } from '../me.ts'
import { myOrganizations } from '../organizations.ts'
import { mySignIns } from '../sign-ins.ts'
import { card, consentsCard, sessionsCard, signInsCard } from './account-cards.ts'
import { deskPageFor } from './desk-page.ts'
import { isEnded } from './leave-control.ts'
import { facts } from './afterwards.ts'
import { takeTold, toldMessage } from './told.ts'

const aboutMe = (me: Me, { words }: Reader): Html => {
  const said = words.portal.account
  const { displayName, mail } = words.userProperties
  const all: [string, string][] = me.displayName === '' ? [] : [[displayName, me.displayName]]
  if (me.userPrincipalName !== null) all.push([said.signInName, me.userPrincipalName])
  if (me.mail !== null && me.mail !== me.userPrincipalName) all.push([mail, me.mail])
  all.push([said.home, me.homeOrganization?.displayName ?? said.noHome])
  return card(said.aboutMe, facts(all))
}

const waysIn = ({ signIn, accountEnabled }: Me, { words, speech }: Reader): Html => {
  const said = words.portal.account
  const changed = signIn?.passwordChangedAt ?? null
  return card(
    said.signIn,
    html`<p>${signIn === null ? said.noSignIn : said.ways[signIn.kind](signIn.issuer)}</p>
      ${changed === null ? '' : facts([[said.passwordChanged, speech.date(changed)]])}
      ${
        signIn?.kind === 'password' && accountEnabled
          ? html`<p><a href="${passwordPath(pageAddresses.profile)}">${said.changePassword}</a></p>`
          : ''
      }
      ${accountEnabled ? html`<p><a href="${pageAddresses.security}">${said.security}</a></p>` : ''}`,
  )
}

const organizationsCard = (count: number, { words }: Reader): Html =>
  card(
    words.memberships.organizations.title,
    html`<p>${words.memberships.organizations.cardHint(count)}</p>
      <p>
        <a class="button do" href="${pageAddresses.organizations}"
          >${words.shell.manageOrganizations}</a
        >
      </p>
      <p><a href="${pageAddresses.myData}">${words.copy.indexTitle}</a></p>
      <p><a href="${pageAddresses.guests}">${words.answering.guests.title}</a></p>`,
  )

/**
 * The zone in which times are written; saving with script takes that of the browser over, and says
 * so before.
 */
const languageCard = ({ locale, words, zone }: Reader): Html => {
  const said = words.portal.account
  return card(
    said.language,
    html`<p class="quiet">${said.languageHint}</p>
      <form class="tools" method="post" action="${pageAddresses.language}">
        <input type="hidden" name="return" value="${pageAddresses.profile}" />
        <input type="hidden" name="zone" value="" />
        <p>
          <label for="my-language">${words.shell.language}</label>
          <select id="my-language" name="language">
            ${languages.map(
              (one) =>
                html`<option
                  value="${one}"
                  lang="${one}"
                  ${one === locale.language ? 'selected' : ''}
                >
                  ${languageNames[one]}
                </option>`,
            )}
          </select>
        </p>
        <p><button>${said.save}</button></p>
      </form>
      ${facts([[said.timeZone, zone]])}
      <div data-zone="${zone}" hidden>${facts([[said.timeZoneSaved, '']])}</div>`,
  )
}

const disabled = (me: Me, { words }: Reader): Html | string => {
  if (me.accountEnabled) return ''
  const said = words.portal.account
  return html`<div class="why">
    <p>
      <strong>${said.disabledTitle}</strong>
      ${said.disabled(me.homeOrganization?.displayName ?? said.yourHome)}
    </p>
  </div>`
}

export const showAccount: Handler = async (x) => {
  const reader = readerOf(x.c)
  const { account: said } = reader.words.portal
  const me = await meOf(x)
  const mine = (await myOrganizations(x)).filter((one) => one.accepted && !isEnded(one))
  const [consents, sessions, signIns] = [
    await myConsents(x),
    await mySessions(x),
    await mySignIns(x),
  ]
  const told = takeTold(x)
  const all = x.c.req.query('all') !== undefined
  const content = html`<h1>${said.title}</h1>
    <p class="quiet">${said.intro}</p>
    ${told === undefined ? '' : toldMessage(x, told)} ${disabled(me, reader)}
    <div class="cards">
      ${aboutMe(me, reader)} ${organizationsCard(mine.length, reader)} ${languageCard(reader)}
      ${waysIn(me, reader)} ${consentsCard(consents, reader)} ${sessionsCard(sessions, me, reader)}
      ${signInsCard(signIns, me, all, reader)}
    </div>`
  return deskPageFor(x.c, me, { title: said.title, place: 'account', content })
}
