/** A name within a sentence, leading to its page; and several of them. */
import { useLocale, useSpeech } from '../../../ui/words.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { folderOf } from '../../kit/object-link.tsx'
import { RouteLink } from '../../kit/route-link.tsx'

type Named = { readonly id: string; readonly kind: string; readonly displayName: string | null }

export const Somebody = ({ id, kind, displayName }: Named) => {
  const { organizationId } = useAdmin()
  const speech = useSpeech()
  return (
    <RouteLink to={`/${organizationId}/${folderOf(kind) ?? 'users'}/${id}`}>
      {speech.name(displayName ?? id)}
    </RouteLink>
  )
}

export const Several = ({ of }: { readonly of: readonly Named[] }) => {
  const { tag } = useLocale()
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  return list.formatToParts(of.map((_, place) => String(place))).map(({ type, value }) => {
    const one = type === 'element' ? of[Number(value)] : undefined
    return one === undefined ? value : <Somebody key={one.id} {...one} />
  })
}
