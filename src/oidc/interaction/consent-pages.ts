/** The pages on which somebody agrees to what an application asks for. */
import { html } from 'hono/html'
import type { GraphScope } from '../../access/graph-scopes.ts'
import { readOrganization } from '../../directory/organization.sql.ts'
import { page } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { readGrantFacts } from '../../tokens/permission-grants.sql.ts'
import type { Asked } from './choosing.ts'
import type { Exchange } from '../exchange.ts'
import { tellsOfGroups } from '../claims-by-choice.ts'
import { isOfPeople } from '../../tokens/own-applications.ts'
import { askedOfOthers, type Missing } from '../../tokens/exposed-consent.ts'
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

type Wanted = { readonly asked: readonly string[]; readonly others: readonly Missing[] }

const listOf = (items: readonly string[]) =>
  html`<ul>
    ${items.map((one) => html`<li>${one}</li>`)}
  </ul>`

// What an application may do in the directory it does with the rights of whoever opens it, so that
// person decides, and sees where it leads. What they say yes to is what stands there.
const scopesPage = (
  it: Asked,
  { asked, others }: Wanted,
  organization: string,
): Response | Promise<Response> => {
  const { x, details } = it
  const { displayName, publisher } = it.application
  const target = URL.parse(String(details.params['redirect_uri'] ?? ''))
  const items = asked.flatMap((scope) => wordsOfScope(x, scope, organization))
  const shown = [...asked, ...others.map(({ scope }) => scope)]
  return page(
    x.c,
    wordsOf(x.c).consent.allowTitle(displayName),
    html`${publisher === null ? '' : html`<p>${wordsOf(x.c).consent.foreign(publisher)}</p>`}
      ${it.application.eachAgrees ? html`<p>${whatItLearns(it, organization)}</p>` : ''}
      ${
        items.length === 0
          ? ''
          : html`<p>${wordsOf(x.c).consent.allowInDirectory(displayName, organization)}</p>
              ${listOf(items)}`
      }
      ${[...Map.groupBy(others, ({ exposed }) => exposed.displayName)].map(
        ([resource, all]) =>
          html`<p>${wordsOf(x.c).consent.allowAt(displayName, resource)}</p>
            ${listOf(all.map(({ wanted }) => wanted.words ?? wanted.value))}`,
      )}
      ${target === null ? '' : html`<p>${wordsOf(x.c).consent.allowGoesTo(target.host === '' ? target.protocol : target.host)}</p>`}
      <p class="quiet">${wordsOf(x.c).consent.allowOnlyWhen}</p>
      ${decision(x, wordsOf(x.c).consent.allowAccept, shown)}`,
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

const whatItLearns = ({ x, application, details }: Asked, organization: string): string => {
  const words = wordsOf(x.c).consent
  const { displayName, publisher } = application
  const withGroups = tellsOfGroups(application, details.params['claims'])
  if (publisher === null)
    return (withGroups ? words.consentWithGroups : words.consent)(displayName, organization)
  const say = withGroups ? words.consentForeignWithGroups : words.consentForeign
  return say(displayName, publisher, organization)
}

// What of the request the application does not have at others, for whoever is signed in.
const othersOf = async ({ x, application, details }: Asked): Promise<readonly Missing[]> => {
  const asking = {
    tenantId: x.tenantId,
    userId: String(details.session?.accountId),
    clientId: application.appId,
  }
  const scopes = String(details.params['scope'] ?? '').split(' ')
  return (await askedOfOthers(x.services.db, asking, scopes)).missing
}

export const consentPage = async (it: Asked): Promise<Response> => {
  const { x, application } = it
  if (isOfPeople(x.tenantId)) return peopleConsentPage(it)
  const { displayName } = await readOrganization(x.services.db, x.tenantId)
  const wanted = { asked: await powerOf(it), others: await othersOf(it) }
  if (wanted.asked.length + wanted.others.length > 0) return scopesPage(it, wanted, displayName)
  return page(
    x.c,
    wordsOf(x.c).consent.consentTitle(application.displayName),
    html`<p>${whatItLearns(it, displayName)}</p>
      ${decision(x, wordsOf(x.c).consent.accept)}`,
  )
}
