/**
 * guesthouse application add --organization: an application that acts by itself at the directory
 * API, with what it may do and its secret, before anybody has signed in.
 */
import { graphRoles, type GraphRole } from '../../access/graph-scopes.ts'
import { raisesOthers } from '../../access/raises-others.ts'
import { givePermission } from '../../directory/applications/give-permission.ts'
import { registerProgram } from '../../directory/applications/register.ts'
import type { Context } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import { nameIn } from '../arguments.ts'
import { refused, wrongUsage } from '../failure.ts'
import { findOrganization } from '../find.sql.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'
import { longSecret, secretLine } from './secret-of-application.ts'

type Wish = {
  readonly name: string
  readonly organization: string
  readonly redirectUri?: readonly string[]
  readonly permission?: readonly string[]
  readonly kind?: string
  readonly pkce: boolean
  readonly json?: boolean
}

const together =
  'These together are as good as RoleManagement.ReadWrite.Directory, but for the roles that a Global Administrator alone gives: it can make another application and give that what it likes.'

const permissionsIn = (names: readonly string[]): GraphRole[] =>
  names.map((name) => {
    const known = graphRoles.find((one) => one.toLowerCase() === name.toLowerCase())
    if (known !== undefined) return known
    throw wrongUsage(`--permission: ${name} is none. Those there are: ${graphRoles.join(', ')}.`)
  })

const make = (
  db: Database,
  tenantId: TenantId,
  displayName: string,
  permissions: readonly GraphRole[],
  context: Context,
) =>
  transaction(db, async (tx) => {
    const secret = longSecret(context.now)
    const wish = { displayName, settings: { askedRoles: permissions }, secret }
    const made = await registerProgram(tx, tenantId, wish, context)
    if (made.outcome !== 'registered') throw refused('The application could not be made.')
    const { applicationId } = made
    for (const one of new Set(permissions)) {
      const { outcome } = await givePermission(tx, { tenantId, applicationId }, one, true, context)
      if (outcome !== 'given') throw refused(`The permission ${one} could not be given.`)
    }
    if (made.secret === null) throw refused('The application could not be given a secret.')
    return { appId: made.appId, secret: made.secret }
  })

/** Makes it; the secret is shown this once. */
export const registerForItself = (
  session: Session,
  { name, organization, redirectUri, permission = [], kind, pkce, json }: Wish,
): Promise<void> => {
  if (redirectUri !== undefined)
    throw wrongUsage(
      '--redirect-uri: nobody signs in to an application that acts by itself. Leave it out.',
    )
  if (kind !== undefined || !pkce)
    throw wrongUsage(
      `${kind === undefined ? '--no-pkce' : '--kind'} is about signing people in, which an application that acts by itself does not. Leave it out.`,
    )
  const displayName = nameIn('--name', name)
  const permissions = permissionsIn(permission)
  return withStore(session, async ({ db, config: { publicUrl }, clock }) => {
    const { tenantId: id, displayName: at } = await findOrganization(db, organization)
    const { appId, secret } = await make(db, id, displayName, permissions, asOperator(clock))
    const data = {
      clientId: appId,
      clientSecret: secret,
      tokenEndpoint: `${publicUrl}/${id}/oauth2/v2.0/token`,
      scope: `${publicUrl}/.default`,
      permissions,
    }
    const words = [
      `Registered ${displayName} in ${at}.`,
      `Client id:     ${data.clientId}`,
      secretLine(data.clientSecret),
      `Tokens at:     ${data.tokenEndpoint}`,
      `Scope:         ${data.scope}`,
      `It may:        ${permissions.length === 0 ? 'nothing yet' : permissions.join(', ')}`,
      ...(raisesOthers(permissions) ? [together] : []),
    ]
    print(session, json, data, words.join('\n'))
  })
}
