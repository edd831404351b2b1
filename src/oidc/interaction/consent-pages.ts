/** The pages on which somebody agrees to what an application asks for. */
import { html } from 'hono/html'
import type { GraphScope } from '../../access/graph-scopes.ts'
import { readOrganization } from '../../directory/organization.sql.ts'
import { page } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { readGrantFacts } from '../../tokens/permission-grants.sql.ts'
import type { Asked } from './choosing.ts'
import type { Exchange } from '../exchange.ts'
import { tellsOfGroups } from '../group-claims.ts'
import { isOfPeople } from '../../tokens/own-applications.ts'
import { powerAsked } from '../../tokens/scopes.ts'

const decision = (x: Exchange, accept: string, shown?: readonly string[]) =>
  html`<form method="post">
    ${shown === undefined ? '' : html`<input type="hidden" name="scopes" value="${shown.join(' ')}" />`}
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

/** What is told of a scope on the page. */
const wordsOfScope = (x: Exchange, scope: string, organization: string): readonly string[] => {
  const { allowAll, allowReadDirectory, permissions } = wordsOf(x.c).consent
  if (scope === 'Directory.AccessAsUser.All') return Object.values(allowAll)
  if (scope === 'Directory.Read.All') return [allowReadDirectory(organization)]
  return [permissions[scope as GraphScope]]
}

// What an application may do in the directory it does with the rights of whoever opens it, so that
// person decides, and sees where it leads. What they say yes to is what stands there.
const scopesPage = (
  { x, application: { displayName }, details }: Asked,
  asked: readonly string[],
  organization: string,
): Response | Promise<Response> => {
  const target = URL.parse(String(details.params['redirect_uri'] ?? ''))
  const items = asked.flatMap((scope) => wordsOfScope(x, scope, organization))
  return page(
    x.c,
    wordsOf(x.c).consent.allowTitle(displayName),
    html`<p>${wordsOf(x.c).consent.allowInDirectory(displayName, organization)}</p>
      <ul>
        ${items.map((one) => html`<li>${one}</li>`)}
      </ul>
      ${target === null ? '' : html`<p>${wordsOf(x.c).consent.allowGoesTo(target.host === '' ? target.protocol : target.host)}</p>`}
      <p class="quiet">${wordsOf(x.c).consent.allowOnlyWhen}</p>
      ${decision(x, wordsOf(x.c).consent.allowAccept, asked)}`,
  )
}

// What of the request acts in the directory, for whoever is signed in.
const powerOf = async ({ x, application, details }: Asked): Promise<readonly string[]> => {
  const { db, publicUrl } = x.services
  const { id: applicationId, waysInVersion, askedScopes } = application
  const userId = String(details.session?.accountId)
  const facts = await readGrantFacts(db, {
    tenantId: x.tenantId,
    userId,
    applicationId,
    waysInVersion,
  })
  const scopes = String(details.params['scope'] ?? '').split(' ')
  return powerAsked(publicUrl, scopes, facts, askedScopes).asked
}

export const consentPage = async (it: Asked): Promise<Response> => {
  const { x, application, details } = it
  if (isOfPeople(x.tenantId)) return peopleConsentPage(it)
  const { displayName } = await readOrganization(x.services.db, x.tenantId)
  const asked = await powerOf(it)
  if (asked.length > 0) return scopesPage(it, asked, displayName)
  const { consent, consentWithGroups } = wordsOf(x.c).consent
  const say = tellsOfGroups(application, details.params['claims']) ? consentWithGroups : consent
  return page(
    x.c,
    wordsOf(x.c).consent.consentTitle(application.displayName),
    html`<p>${say(application.displayName, displayName)}</p>
      ${decision(x, wordsOf(x.c).consent.accept)}`,
  )
}
