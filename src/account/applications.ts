/** /account/organizations/{id}/applications: the applications that are given to me. */
import { z } from 'zod'
import { Refusal } from '../edge/refusal.ts'
import { listMyApplications, type MyApplication } from '../directory/applications/mine.sql.ts'
import { findTenantSessionOf } from '../people/tenant-sessions.ts'
import type { AccountApplications } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { tenantIdOf } from './organizations.ts'

const maxTiles = 60

const afterSchema = z.tuple([z.string().max(256), z.uuid()])

export const listApplications: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const session = await findTenantSessionOf(x.db, x.session, tenantId, x.now)
  if (session === undefined)
    throw new Refusal(
      403,
      'organizationSessionNeeded',
      `Open a session for the organization first: POST /account/organizations/${tenantId}/session.`,
    )
  const search = x.c.req.query('search')?.trim().slice(0, 256)
  const found = await listMyApplications(x.db, tenantId, session.userId, {
    limit: maxTiles + 1,
    search: search === '' ? undefined : search,
    after: readAfter(x),
  })
  const value = found.slice(0, maxTiles)
  const last = value.at(-1)
  const next =
    found.length > maxTiles && last !== undefined
      ? Buffer.from(JSON.stringify([last.sortName, last.id])).toString('base64url')
      : null
  const body: AccountApplications = {
    value: value.map(tileShape),
    next,
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

const readAfter = (x: Exchange): { sortName: string; id: string } | undefined => {
  const text = x.c.req.query('after')
  if (text === undefined) return undefined
  try {
    const [sortName, id] = afterSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { sortName, id }
  } catch {
    throw new Refusal(
      400,
      'invalidRequest',
      'The value of `after` is not one of ours. Start again from the first page.',
    )
  }
}
