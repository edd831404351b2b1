/** /account/organizations/{id}/data: a copy to keep before saying goodbye (R107, R109). */
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { copyMyData } from '../privacy/copy.ts'
import type { Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

export const downloadMyData: Handler = async (x) => {
  const id = x.c.req.param('id') ?? ''
  const copy = isUuid(id)
    ? await copyMyData(
        x.db,
        { personId: x.session.personId, tenantId: id.toLowerCase() as TenantId },
        x,
      )
    : undefined
  if (copy === undefined)
    throw new SpokenRefusal(404, 'organizationNotFound', x.words.refusal.organizationNotFound)
  x.c.header('content-disposition', `attachment; filename="my-data-${id.toLowerCase()}.json"`)
  return x.c.body(JSON.stringify(copy, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
  })
}
