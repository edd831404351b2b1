/** /account/organizations/{id}/data: a copy to keep before saying goodbye (R107, R109). */
import { copyMyData } from '../privacy/copy.ts'
import { notThere, tenantIdOf } from './organizations.ts'
import type { Handler } from './exchange.ts'

export const downloadMyData: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const copy = await copyMyData(x.db, { personId: x.session.personId, tenantId }, x)
  if (copy === undefined) throw notThere(x)
  x.c.header('content-disposition', `attachment; filename="my-data-${tenantId}.json"`)
  return x.c.body(JSON.stringify(copy, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
  })
}
