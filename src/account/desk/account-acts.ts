/** Ending a session of mine, and what an application may do for me: a question, then the change. */
import { pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { pathId } from '../../edge/path-id.ts'
import { browserIn } from '../../kernel/browser-name.ts'
import type { SessionId } from '../../kernel/ids.ts'
import { readerOf } from '../../pages/reader.ts'
import { browserName } from '../../words/browser-name.ts'
import { endConsentAt, myConsents } from '../consents.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { endSessionAt, mySessions } from '../me.ts'
import { SpokenRefusal } from '../spoken.ts'
import { deskPage } from './desk-page.ts'
import { question } from './question.ts'
import { keepTold } from './told.ts'

const account = pageAddresses.profile

const sessionNamed = async (x: Exchange): Promise<string> => {
  const id = pathId<SessionId>(x.c)
  const found = (await mySessions(x)).find((one) => one.id === id)
  if (found === undefined)
    throw new SpokenRefusal('sessionNotFound', x.words.refusal.sessionNotFound)
  return browserName(browserIn(found.userAgent), readerOf(x.c).words.mail)
}

export const askToEndSession: Handler = async (x) => {
  const device = await sessionNamed(x)
  const said = readerOf(x.c).words.portal.account
  const content = html`<p>${said.endText(device)}</p>`
  const asked = { title: said.endTitle, content, back: account, action: x.c.req.path }
  return deskPage(x, {
    title: said.endTitle,
    place: 'account',
    content: question(x, { ...asked, confirm: said.endSession }),
  })
}

export const doEndSession: Handler = async (x) => {
  const device = await sessionNamed(x)
  await endSessionAt(x, pathId<SessionId>(x.c))
  keepTold(x, { deed: 'sessionEnded', about: device, id: null })
  return x.c.redirect(account, 303)
}

const consentNamed = async (x: Exchange): Promise<string> => {
  const id = pathId(x.c)
  const found = (await myConsents(x)).find((one) => one.id === id)
  if (found === undefined)
    throw new SpokenRefusal('consentNotFound', x.words.refusal.consentNotFound)
  return found.displayName
}

export const askToEndConsent: Handler = async (x) => {
  const name = await consentNamed(x)
  const said = readerOf(x.c).words.portal.consents
  const title = said.endTitle(name)
  const content = html`<p>${said.endText(name)}</p>`
  const asked = { title, content, back: account, action: x.c.req.path, confirm: said.end }
  return deskPage(x, { title, place: 'account', content: question(x, asked) })
}

export const doEndConsent: Handler = async (x) => {
  const about = await consentNamed(x)
  await endConsentAt(x, pathId(x.c))
  keepTold(x, { deed: 'consentEnded', about, id: null })
  return x.c.redirect(account, 303)
}
