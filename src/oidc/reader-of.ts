/** Who reads a page at an organization's provider. */
import type { EdgeContext } from '../edge/routes.ts'
import type { TenantId } from '../kernel/ids.ts'
import { noteLooker, type LookerServices } from '../pages/looker.ts'
import { isReaderNoted, wordsOf } from '../pages/reader.ts'
import { isOfPeople } from '../tokens/own-applications.ts'

type Of = {
  readonly c: EdgeContext
  readonly services: LookerServices
  readonly tenantId: TenantId
}

/** Finds it out, once for a request. One statement at most. */
export const noteReaderOf = async ({ c, services, tenantId }: Of): Promise<void> => {
  if (!isReaderNoted(c)) await noteLooker(c, services, isOfPeople(tenantId) ? {} : { tenantId })
}

/** The words of a page, for whoever reads it. */
export const wordsFor = async (of: Of): Promise<ReturnType<typeof wordsOf>> => {
  await noteReaderOf(of)
  return wordsOf(of.c)
}
