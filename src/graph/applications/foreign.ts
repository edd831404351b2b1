/** What is changed here of an application that another organization has registered. */
import type { ApplicationChanges } from '../../directory/applications/change.ts'
import { changeForeign } from '../../directory/applications/foreign/change.ts'
import type { SignInChanges } from '../../directory/applications/sign-in.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import type { Exchange } from '../exchange.ts'
import { notFound } from '../refusals.ts'
import { ofItsHome } from './shape.ts'
import { givesOf, refusalOf } from './sign-in.ts'

/** Changes its service principal, wholly or not; refuses what is its home's. */
export const changeOfForeign = async (
  x: Exchange,
  applicationId: ApplicationId,
  {
    settings,
    properties,
    principal,
  }: Required<Pick<ApplicationChanges, 'properties' | 'principal'>> & {
    readonly settings: SignInChanges
  },
): Promise<void> => {
  const [ofHome] = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  )
  if (ofHome !== undefined) throw ofItsHome(ofHome)
  const which = { tenantId: x.tenantId, applicationId }
  const changes = { settings, principal, gives: givesOf(x) }
  const result = await changeForeign(x.db, which, changes, x.context)
  if (result.outcome === 'notFound') throw notFound(applicationId)
  if (result.outcome !== 'updated') throw refusalOf(result)
}
