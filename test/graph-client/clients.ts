/** What scripts do, by each of the clients that are tried. */
import { classic } from './classic.ts'
import { kiota } from './kiota.ts'
import type { ClientName } from './published.ts'
import type { CallsAs, Reached } from './reached.ts'
import type { Script } from './script.ts'

export const clients: Readonly<Record<ClientName, (r: Reached, as: CallsAs) => Script>> = {
  'the JavaScript SDK': classic,
  'the TypeScript SDK': kiota,
}
