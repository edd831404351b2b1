/** A change of the directory as it is told to who keeps a copy: what it is of, and which. */

/** What is followed. */
export type ChangeKind =
  | 'user'
  | 'group'
  | 'application'
  | 'servicePrincipal'
  | 'directoryRole'
  | 'permissionGrant'

export type LinkName = 'members' | 'owners' | 'manager'
/** What a link leads to. */
export type EndKind = 'user' | 'group' | 'servicePrincipal'

export type Change = {
  /** Its place in the order of commits, in its organization. */
  readonly sequence: number
  readonly kind: ChangeKind
  readonly id: string
  readonly what: 'made' | 'changed' | 'deleted' | 'restored' | 'purged' | 'linked' | 'unlinked'
  /** Of a link: what it is, and its other end. */
  readonly link: LinkName | null
  readonly otherKind: EndKind | null
  readonly otherId: string | null
  /** Of a change: the columns that differ. */
  readonly columns: readonly string[] | null
}
