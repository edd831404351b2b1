/**
 * What a user `u` signs in with, live or deleted: as columns, as conditions, and the name by which
 * it is found.
 */
import type { Condition } from '../../kernel/condition.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import type { Columns } from '../../store/columns.ts'
import { asItIs, type Fields } from '../../store/condition.sql.ts'
import { sql } from '../../store/database.ts'
import { defaultDomainOf, hasAccepted } from '../../store/relations.sql.ts'
import { fieldsOf, securityIdentifierField } from '../fields.sql.ts'
import { guestIssuerStart } from '../identity-issuer.ts'
import { identity } from '../../wire/graph/users/user-identity.ts'
import { user, type User } from '../../wire/graph/users/user.ts'

export type Identities = {
  readonly identities: NonNullable<User['identities']>
  readonly lastPasswordChangeDateTime: Date | null
}

// Whose home is no organization comes by a provider that this one offers to its guests, or by their
// mailbox.
const withoutHome = sql`coalesce((
  select substring(i.issuer from length(${guestIssuerStart}::text || u.tenant_id || ':') + 1) from identities i
  where i.person_id = p.id and starts_with(i.issuer, ${guestIssuerStart}::text || u.tenant_id || ':')
  order by i.issuer limit 1), 'mail')`

const identitiesOfUser = sql`(
  select 'federated' as sign_in_type, case when p.home_tenant_id is null then ${withoutHome} else 'ExternalAzureAD' end as issuer,
    null as assigned
  from persons p where p.id = u.person_id and p.home_tenant_id is distinct from u.tenant_id and ${hasAccepted()}
  union all select 'userPrincipalName', ${defaultDomainOf(sql`u.tenant_id`)}, u.user_principal_name)`

export const identityColumns: Columns<Identities> = {
  identities: sql`(
    select json_agg(json_build_object('signInType', o.sign_in_type, 'issuer', o.issuer, 'issuerAssignedId', o.assigned) order by o.sign_in_type)
    from ${identitiesOfUser} o)`,
  lastPasswordChangeDateTime: sql`(
    select c.changed_at from local_credentials c where c.tenant_id = u.tenant_id and c.user_id = u.id)`,
}

const { properties } = identity.identities
export const identityFields: Fields = {
  identities: {
    kind: 'elements',
    from: sql`${identitiesOfUser} o`,
    fields: {
      ...fieldsOf('o', {
        issuer: { ...properties.issuer, column: 'issuer' },
        issuerAssignedId: { ...properties.issuerAssignedId, column: 'assigned' },
      }),
      signInType: asItIs(sql`o.sign_in_type`),
    },
  },
  securityIdentifier: securityIdentifierField(sql`u.id`),
}

/** What somebody is looked up by. */
export const ownFields: Fields = fieldsOf('u', user.properties)

/** The name that an identity has to have which a filter asks for; undefined where it asks none. */
export const nameOfIdentity = (asked: Condition): string | undefined => {
  if (asked.kind !== 'any' || asked.of === undefined) return undefined
  const parts = asked.of.kind === 'and' ? asked.of.of : [asked.of]
  const named = parts.find(
    (one) => one.kind === 'compare' && one.property === 'issuerAssignedId' && one.operator === 'eq',
  )
  return named?.kind === 'compare' && named.value !== null
    ? nameKey(String(named.value))
    : undefined
}
