/** /account/organizations/{id}/attestation: a guest says of themselves that they need it (R136). */
import { attestOneself, type OwnAttestResult } from '../../directory/lifecycle/attest-oneself.ts'
import { ownAttestObstacle } from '../../directory/lifecycle/own.rule.ts'
import { readOwnNeed } from '../../directory/lifecycle/own.sql.ts'
import { readEndsOf } from '../../directory/lifecycle/ends.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { wordsOf } from '../../pages/reader.ts'
import type { OwnNeed } from '../../wire/account-guests.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { endsShape } from './guests.ts'
import { closedTo, myOrganization, notThere, tenantIdOf } from '../organizations.ts'
import { SpokenRefusal } from '../spoken.ts'

/** Until when my account there stands, and whether I can attest. Refuses where I am nobody. */
export const ownNeedAt = async (x: Exchange, tenantId: TenantId): Promise<OwnNeed> => {
  const facts = await readOwnNeed(x.db, x.session.personId, tenantId)
  if (facts === undefined) throw notThere(x)
  const ends = await readEndsOf(x.db, { tenantId, userId: facts.userId }, x.now)
  const endsAt = ends?.endsAt ?? null
  const reason = ownAttestObstacle({ ...facts, endsAt }, x.now)
  return {
    attestedAt: facts.attestedAt?.toISOString() ?? null,
    endsAt: (facts.isGuest ? endsAt : null)?.toISOString() ?? null,
    ...endsShape(ends),
    canAttest: reason === null,
    reason,
  }
}

const refusalOf = async (
  x: Exchange,
  tenantId: TenantId,
  outcome: Exclude<OwnAttestResult['outcome'], 'attested'>,
): Promise<SpokenRefusal> => {
  if (outcome === 'notFound') return notThere(x)
  if (outcome === 'notTrusted') return closedTo(x, tenantId, true)
  const { displayName } = await myOrganization(x, tenantId)
  const why = wordsOf(x.c).answering.own.reason[outcome](displayName)
  return new SpokenRefusal('cannotAttest', why, { details: { reasons: [outcome] } })
}

/** Says that I still need it; until when it stands then. */
export const attestAt = async (x: Exchange, tenantId: TenantId): Promise<OwnNeed> => {
  const { personId, sessionId } = x.session
  const { outcome } = await attestOneself(x.db, { personId, sessionId, tenantId }, x)
  if (outcome !== 'attested') throw await refusalOf(x, tenantId, outcome)
  return ownNeedAt(x, tenantId)
}

export const showMyNeed: Handler = async (x) => x.c.json(await ownNeedAt(x, tenantIdOf(x)))
export const attestMyNeed: Handler = async (x) => x.c.json(await attestAt(x, tenantIdOf(x)))
