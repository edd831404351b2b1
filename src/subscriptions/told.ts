/**
 * What a receiver is told of a slice of changes: ids and whether it changed or is gone for good,
 * once for each object and kind of change.
 */
import { createHash } from 'node:crypto'
import { subscribables } from '../access/subscribing.ts'
import type { Change, LinkName } from '../directory/changes/change.ts'
import type { TenantId } from '../kernel/ids.ts'
import type { EncryptedContent } from './encrypt.ts'
import type { ChangeType, Subscription } from './subscription.ts'

const typeOf = ({ what }: Change): ChangeType => (what === 'purged' ? 'deleted' : 'updated')

/** Whether a change is of what is subscribed to. */
export const concerns = (
  { kind, objectId, changeTypes }: Pick<Subscription, 'kind' | 'objectId' | 'changeTypes'>,
  change: Change,
): boolean => {
  if (objectId !== null && change.id !== objectId) return false
  if (!changeTypes.includes(typeOf(change))) return false
  const { link } = subscribables[kind]
  return link === null || change.what === 'purged' || change.link === link
}

type Of = Subscription & { readonly tenantId: TenantId }

// The same for the same changes, however often they are told.
const idOf = ({ id }: Of, { sequence }: Change, type: ChangeType): string => {
  const hex = createHash('sha256').update(`${id} ${sequence} ${type}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

// The last that is said of a link is what counts.
const linksIn = (changes: readonly Change[], link: LinkName): object[] => {
  const ends = new Map(
    changes
      .filter((one) => one.link === link)
      .map(({ otherId, what }) => [
        otherId,
        { id: otherId, ...(what === 'unlinked' && { '@removed': 'deleted' }) },
      ]),
  )
  return [...ends.values()]
}

const deltasIn = (changes: readonly Change[]): object =>
  Object.fromEntries(
    (['members', 'owners'] as const)
      .map((link) => [`${link}@delta`, linksIn(changes, link)] as const)
      .filter(([, links]) => links.length > 0),
  )

/** What is shown of a slice beside ids: the links of groups, and objects as they are now. */
type Shown = {
  readonly showsLinks: boolean
  readonly contents: ReadonlyMap<string, EncryptedContent> | undefined
}

const written = (of: Of, changes: readonly Change[], { showsLinks, contents }: Shown): object[] => {
  const last = changes.at(-1)
  if (last === undefined) return []
  const isUser = last.kind === 'user'
  const address = `${isUser ? 'Users' : 'Groups'}/${last.id}`
  const changeType = typeOf(last)
  const encryptedContent = changeType === 'updated' ? contents?.get(last.id) : undefined
  return [
    {
      id: idOf(of, last, changeType),
      subscriptionId: of.id,
      subscriptionExpirationDateTime: of.expiresAt.toISOString(),
      clientState: of.clientState,
      changeType,
      resource: address,
      tenantId: of.tenantId,
      resourceData: {
        '@odata.type': isUser ? '#Microsoft.Graph.User' : '#Microsoft.Graph.Group',
        '@odata.id': address,
        id: last.id,
        organizationId: of.tenantId,
        sequenceNumber: last.sequence,
        ...(showsLinks && !isUser ? deltasIn(changes) : {}),
      },
      ...(encryptedContent && { encryptedContent }),
    },
  ]
}

/** The notifications of a slice, in the order of the last change of each. */
export const notificationsOf = (
  of: Of,
  changes: readonly Change[],
  shown: Shown,
): readonly object[] => {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const key = `${change.id} ${typeOf(change)}`
    const all = [...(groups.get(key) ?? []), change]
    groups.delete(key)
    groups.set(key, all)
  }
  return [...groups.values()].flatMap((all) => written(of, all, shown))
}

/** What the address for its lifecycle is told: that it is to be reauthorized. */
export const lifecycleOf = (
  of: Pick<Of, 'id' | 'expiresAt' | 'tenantId' | 'clientState'>,
): object => ({
  subscriptionId: of.id,
  subscriptionExpirationDateTime: of.expiresAt.toISOString(),
  tenantId: of.tenantId,
  clientState: of.clientState,
  lifecycleEvent: 'reauthorizationRequired',
})
