/** Which requests the queue shows. */
import { ListFilter } from '../table/list-filter.tsx'
import type { Asked } from '../table/use-asked.ts'
import { useWords, type Words } from '../words.tsx'

export type View = keyof Words['asking']['views']
export type Kind = keyof Words['log']['kinds']
export type Shown = { readonly view: View; readonly kind: Kind | undefined }

const views: Readonly<Record<View, string | undefined>> = {
  open: `state eq 'open'`,
  held: `state eq 'open' and isHeld eq true`,
  answered: `state ne 'open'`,
  all: undefined,
}
const kinds: Readonly<Record<Kind, string>> = {
  removal: `kind eq 'removal'`,
  restore: `kind eq 'restore'`,
}

/** The filter that the server is asked; undefined for all. */
export const filterOf = ({ view, kind }: Shown): string | undefined => {
  const asked = [views[view], kind === undefined ? undefined : kinds[kind]].filter(
    (one) => one !== undefined,
  )
  return asked.length === 0 ? undefined : asked.join(' and ')
}

const viewNames = Object.keys(views) as View[]
const kindNames = Object.keys(kinds) as Kind[]

/** What stands in the address; the open ones where nothing does. */
export const shownOf = (asked: Asked): Shown => ({
  view: viewNames.find((one) => one === asked.value('view')) ?? 'open',
  kind: kindNames.find((one) => one === asked.value('kind')),
})

export const RequestFilters = ({ asked }: { readonly asked: Asked }) => {
  const { asking, log } = useWords()
  const { open, ...others } = asking.views
  return (
    <>
      <ListFilter asked={asked} name="view" label={asking.show} any={open} options={others} />
      <ListFilter
        asked={asked}
        name="kind"
        label={log.kind}
        any={asking.anyKind}
        options={log.kinds}
      />
    </>
  )
}
