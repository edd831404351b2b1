/**
 * What a restore brings back, link by link: one plan, which the preview shows and the act follows.
 */
import { roleNamed, roles } from '../../access/roles.ts'
import { maxSponsors, type LinkKind } from '../../wire/ties.ts'
import type { Link, LostLink, LostReason } from '../links/ties.rule.ts'

/** Names links in a choice: one of them, or without `item` all of the kind. */
export type LinkName = Pick<Link, 'kind'> & { readonly item?: Link['item'] | undefined }

/**
 * A link as it stands in the store. `othersThere`: how many live sponsors the guest at the other
 * end has by now, of what limits their number.
 */
export type StoredLink = Link & {
  readonly othersThere: number | null
  /** Whether the user had it when they were deleted, or its other end was gone before. */
  readonly had: boolean
}

export type Plan = {
  readonly comesBack: readonly Link[]
  readonly cannotComeBack: readonly LostLink[]
}

/** A plan with a choice in it. `ended`: what is taken away so that it never counts again. */
export type Chosen = {
  readonly restored: readonly Link[]
  readonly skipped: readonly LostLink[]
  readonly leftOut: readonly Link[]
  readonly ended: readonly Link[]
}

type Seen = { readonly link: Omit<StoredLink, 'had'>; readonly before: number }

const returns = (): undefined => undefined

/**
 * Why a link whose other end is there cannot come back all the same; `before` says how many of its
 * kind come back before it.
 */
const limits: Readonly<Record<LinkKind, (seen: Seen) => LostReason | undefined>> = {
  group: returns,
  ownedGroup: returns,
  application: returns,
  ownedApplication: returns,
  role: ({ link }) => (roleNamed(link.id) === undefined ? 'roleGone' : undefined),
  // The limit of R104 holds for whom is restored, and for whom they are a sponsor of.
  sponsor: ({ before }) => (before >= maxSponsors ? 'tooManySponsors' : undefined),
  sponsorOf: ({ link }) => ((link.othersThere ?? 0) >= maxSponsors ? 'tooManySponsors' : undefined),
  manager: returns,
  directReport: returns,
}

/** Reasons whose link would count again by itself, were it not taken away. */
const mustEnd: ReadonlySet<LostReason> = new Set<LostReason>(['tooManySponsors'])

const named = (link: Link): Link => {
  const role = link.kind === 'role' ? roleNamed(link.id) : undefined
  return role === undefined ? link : { ...link, displayName: roles[role].displayName }
}

/** The plan of a restore, from the links as they are stored, in their order (R56, R59, R60). */
export const planOf = (stored: readonly StoredLink[]): Plan => {
  const comesBack: Link[] = []
  const cannotComeBack: LostLink[] = []
  for (const { othersThere, had, ...link } of stored) {
    if (!had) continue
    const before = comesBack.filter(({ kind }) => kind === link.kind).length
    const lost = link.lost ?? limits[link.kind]({ link: { ...link, othersThere }, before }) ?? null
    if (lost === null) comesBack.push(named(link))
    else cannotComeBack.push({ ...named(link), lost })
  }
  return { comesBack, cannotComeBack }
}

const nameOf = ({ kind, item = '' }: LinkName): string => `${kind} ${item}`

/**
 * The plan without what is to be left out. What comes back is never more than the plan said. The
 * first name that stands for no link of it, where there is one: a slip would give something back.
 */
export const choose = (
  { comesBack, cannotComeBack }: Plan,
  leaveOut: readonly LinkName[],
): Chosen | { readonly unknown: LinkName } => {
  const all: readonly Link[] = [...comesBack, ...cannotComeBack]
  const known = new Set(all.map(nameOf))
  const unknown = leaveOut.find((name) => name.item !== undefined && !known.has(nameOf(name)))
  if (unknown !== undefined) return { unknown }
  const left = new Set(leaveOut.map(nameOf))
  const stays = ({ kind, item }: Link): boolean =>
    !left.has(nameOf({ kind })) && !left.has(nameOf({ kind, item }))
  const skipped = cannotComeBack.filter(stays)
  const leftOut = all.filter((link) => !stays(link))
  return {
    restored: comesBack.filter(stays),
    skipped,
    leftOut,
    ended: [...leftOut, ...skipped.filter(({ lost }) => mustEnd.has(lost))],
  }
}
