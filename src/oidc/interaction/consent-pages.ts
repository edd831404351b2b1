/** The pages on which somebody agrees to what an application asks for. */
import { html } from 'hono/html'
import { readOrganization } from '../../directory/organization.sql.ts'
import { page } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import type { ApplicationRow } from '../../tokens/application.sql.ts'
import type { Asked } from './choosing.ts'
import type { Exchange } from '../exchange.ts'
import { tellsOfGroups } from '../group-claims.ts'
import { isOfPeople } from '../../tokens/own-applications.ts'
import { isPowerfulScope } from '../../tokens/scopes.ts'

const decision = (x: Exchange, accept: string) =>
  html`<form method="post">
    <button type="submit" name="decision" value="accept">${accept}</button>
    <button type="submit" name="decision" value="decline" class="secondary">
      ${wordsOf(x.c).consent.decline}
    </button>
  </form>`

const peopleConsentPage = ({ x, application, details }: Asked): Response | Promise<Response> => {
  const asked = new Set(String(details.params['scope'] ?? '').split(' '))
  return page(
    x.c,
    wordsOf(x.c).consent.allowTitle(application.displayName),
    html`<p>${wordsOf(x.c).consent.allow(application.displayName)}</p>
      <ul>
        ${Object.values(wordsOf(x.c).consent.allowRead).map((one) => html`<li>${one}</li>`)}
        ${asked.has('Account.ReadWrite') ? Object.values(wordsOf(x.c).consent.allowWrite).map((one) => html`<li>${one}</li>`) : ''}
      </ul>
      <p class="quiet">${wordsOf(x.c).consent.allowUntil}</p>
      ${decision(x, wordsOf(x.c).consent.allowAccept)}`,
  )
}

// What an application may do in the directory it does with the rights of whoever opens it, so that
// person decides, and sees where it leads.
const scopesPage = (
  x: Exchange,
  { displayName, graphScopes }: ApplicationRow,
  organization: string,
  details: Asked['details'],
): Response | Promise<Response> => {
  const target = URL.parse(String(details.params['redirect_uri'] ?? ''))
  return page(
    x.c,
    wordsOf(x.c).consent.allowTitle(displayName),
    html`<p>${wordsOf(x.c).consent.allowInDirectory(displayName, organization)}</p>
      <ul>
        ${
          graphScopes.includes('Directory.AccessAsUser.All')
            ? Object.values(wordsOf(x.c).consent.allowAll).map((one) => html`<li>${one}</li>`)
            : html`<li>${wordsOf(x.c).consent.allowReadDirectory(organization)}</li>`
        }
      </ul>
      ${target === null ? '' : html`<p>${wordsOf(x.c).consent.allowGoesTo(target.host === '' ? target.protocol : target.host)}</p>`}
      <p class="quiet">${wordsOf(x.c).consent.allowOnlyWhen}</p>
      ${decision(x, wordsOf(x.c).consent.allowAccept)}`,
  )
}

export const consentPage = async (it: Asked): Promise<Response> => {
  const { x, application, details } = it
  if (isOfPeople(x.tenantId)) return peopleConsentPage(it)
  const { displayName } = await readOrganization(x.services.db, x.tenantId)
  const asked = String(details.params['scope'] ?? '').split(' ')
  if (asked.some((scope) => isPowerfulScope(x.services.publicUrl, scope, application.graphScopes)))
    return scopesPage(x, application, displayName, details)
  const { consent, consentWithGroups } = wordsOf(x.c).consent
  const say = tellsOfGroups(application, details.params['claims']) ? consentWithGroups : consent
  return page(
    x.c,
    wordsOf(x.c).consent.consentTitle(application.displayName),
    html`<p>${say(application.displayName, displayName)}</p>
      ${decision(x, wordsOf(x.c).consent.accept)}`,
  )
}
