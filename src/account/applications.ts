/** /account/organizations/{id}/applications: the applications that are given to me. */
import { cursorAfter, cutPage } from '../edge/cursor.ts'
import type { TenantId } from '../kernel/ids.ts'
import { Refusal } from '../edge/refusal.ts'
import { listMyApplications, type MyApplication } from '../directory/applications/mine.sql.ts'
import { findTenantSessionOf } from '../people/tenant-sessions.ts'
import type { AccountApplications } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { tenantIdOf } from './organizations.ts'
import { placeAfter } from './place-after.ts'

const maxTiles = 60

type Asked = { readonly search: string; readonly after: string | undefined }

/** A page of my applications in an organization that is open to me; refuses where it is not. */
export const applicationsAt = async (
  x: Exchange,
  tenantId: TenantId,
  { search: typed, after }: Asked,
): Promise<AccountApplications> => {
  const session = await findTenantSessionOf(x.db, x.session, tenantId, x.now)
  if (session === undefined)
    throw new Refusal(
      'organizationSessionNeeded',
      `Open a session for the organization first: POST /account/organizations/${tenantId}/session.`,
    )
  const search = typed.trim().slice(0, 256)
  const list = { key: x.sealKey, decides: ['my applications', session.userId, search] }
  const found = await listMyApplications(x.db, tenantId, session.userId, {
    descending: false,
    after: placeAfter(after, list),
    limit: maxTiles + 1,
    search: search === '' ? undefined : search,
  })
  const { rows, end } = cutPage(found, maxTiles)
  return {
    value: rows.map(tileShape),
    next: end === undefined ? null : cursorAfter(end, list),
  }
}

export const listApplications: Handler = async (x) =>
  x.c.json(
    await applicationsAt(x, tenantIdOf(x), {
      search: x.c.req.query('search') ?? '',
      after: x.c.req.query('after'),
    }),
  )

const tileShape = ({ id, displayName, description, homepage, roles: held }: MyApplication) => ({
  id,
  displayName,
  description,
  homepage,
  roles: [...held],
})
