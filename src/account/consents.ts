/** /account/consents: the applications that can act for me, and putting one out. */
import { pathId } from '../edge/path-id.ts'
import { listConsents, type ConsentRow } from '../tokens/consents.sql.ts'
import { endConsent } from '../tokens/end-consent.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { shortScopes } from '../tokens/scopes.ts'
import { consentScopes, type AccountConsent, type ConsentScope } from '../wire/account-access.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

const scopesOf = (publicUrl: string, scope: string): ConsentScope[] => {
  const given = new Set(shortScopes(publicUrl, scope, []))
  return consentScopes.filter((one) => given.has(one))
}

const shape = (row: ConsentRow, publicUrl: string): AccountConsent => ({
  id: row.appId,
  displayName: row.displayName,
  organization: isOfPeople(row.tenantId)
    ? null
    : { id: row.tenantId, displayName: row.organizationName, kind: row.isHome ? 'home' : 'other' },
  scopes: scopesOf(publicUrl, row.scope),
  since: row.since.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  lasting: row.lasting,
})

/** The applications that can act for me. */
export const myConsents = async (x: Exchange): Promise<AccountConsent[]> => {
  const found = await listConsents(x.db, x.session.personId, x.now)
  return found.map((row) => shape(row, x.publicUrl))
}

export const listMyConsents: Handler = async (x) => x.c.json({ value: await myConsents(x) })

/** Ends what an application may do for me; refuses where there is none. */
export const endConsentAt = async (x: Exchange, id: string | undefined): Promise<void> => {
  const { outcome } =
    id === undefined ? ({ outcome: 'notFound' } as const) : await endConsent(x.db, x.session, id, x)
  if (outcome === 'notFound')
    throw new SpokenRefusal('consentNotFound', x.words.refusal.consentNotFound)
}

export const endMyConsent: Handler = async (x) => {
  await endConsentAt(x, pathId(x.c))
  return x.c.body(null, 204)
}
