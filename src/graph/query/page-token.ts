/**
 * The token of a next page: where the page before ended, sealed so that only the same list of the
 * same organization takes it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../edge/refusal.ts'
import { isUuid, type TenantId } from '../../kernel/ids.ts'

/** The list that a token is for. */
export type PageOf = { readonly key: Buffer; readonly tenantId: TenantId; readonly path: string }

// What decides which rows come in which order. A client may choose other properties or another size
// of page on its way.
const deciding = ['search', 'filter', 'orderby']

const proofOf = (
  { key, tenantId, path }: PageOf,
  options: ReadonlyMap<string, string>,
  values: readonly string[],
): Buffer =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        'page token',
        tenantId,
        path,
        ...deciding.map((name) => options.get(name) ?? null),
        values,
      ]),
    )
    .digest()
    .subarray(0, 16)

/** The token that asks for what comes after `values`, the sort value and id of the last row. */
export const pageToken = (
  values: readonly string[],
  list: PageOf,
  options: ReadonlyMap<string, string>,
): string =>
  Buffer.concat([proofOf(list, options, values), Buffer.from(JSON.stringify(values))]).toString(
    'base64url',
  )

/** The values of a token. Refuses one that this list did not write. */
export const openPageToken = (
  token: string,
  list: PageOf,
  options: ReadonlyMap<string, string>,
): string[] => {
  const bytes = Buffer.from(token, 'base64url')
  const values = valuesIn(bytes.subarray(16))
  if (
    values !== undefined &&
    timingSafeEqual(bytes.subarray(0, 16), proofOf(list, options, values))
  )
    return values
  throw new Refusal(
    400,
    'BadRequest',
    'The $skiptoken is not one of this list. Start again from its first page.',
  )
}

const valuesIn = (bytes: Buffer): string[] | undefined => {
  try {
    const values: unknown = JSON.parse(bytes.toString())
    return Array.isArray(values) &&
      values.length === 2 &&
      values.every((one) => typeof one === 'string') &&
      isUuid(values[1] ?? '')
      ? (values as string[])
      : undefined
  } catch {
    return undefined
  }
}
