/** /account/organizations/{id}/applications: the applications that are given to me. */
import { cursorAfter, cutPage, placeOf, type List, type Place } from '../edge/cursor.ts'
import { Refusal } from '../edge/refusal.ts'
import { listMyApplications, type MyApplication } from '../directory/applications/mine.sql.ts'
import { findTenantSessionOf } from '../people/tenant-sessions.ts'
import type { AccountApplications } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { tenantIdOf } from './organizations.ts'

const maxTiles = 60

export const listApplications: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const session = await findTenantSessionOf(x.db, x.session, tenantId, x.now)
  if (session === undefined)
    throw new Refusal(
      'organizationSessionNeeded',
      `Open a session for the organization first: POST /account/organizations/${tenantId}/session.`,
    )
  const search = x.c.req.query('search')?.trim().slice(0, 256) ?? ''
  const list = { key: x.sealKey, decides: ['my applications', session.userId, search] }
  const found = await listMyApplications(x.db, tenantId, session.userId, {
    descending: false,
    after: readAfter(x, list),
    limit: maxTiles + 1,
    search: search === '' ? undefined : search,
  })
  const { rows, end } = cutPage(found, maxTiles)
  const body: AccountApplications = {
    value: rows.map(tileShape),
    next: end === undefined ? null : cursorAfter(end, list),
  }
  return x.c.json(body)
}

const tileShape = ({ id, displayName, description, homepage, roles: held }: MyApplication) => ({
  id,
  displayName,
  description,
  homepage,
  roles: [...held],
})

const readAfter = (x: Exchange, list: List): Place | undefined => {
  const cursor = x.c.req.query('after')
  if (cursor === undefined) return undefined
  const place = placeOf(cursor, list)
  if (place !== undefined) return place
  throw new Refusal(
    'invalidRequest',
    'The value of `after` is not one of ours. Start again from the first page.',
  )
}
