/** Which requests the queue shows. */
import { quoted } from '../../../src/client/graph-calls.ts'
import { ListFilter } from '../table/list-filter.tsx'
import type { Asked } from '../table/use-asked.ts'
import { useWords, type Words } from '../words.tsx'

export type View = keyof Words['asking']['views']
export type Kind = keyof Words['log']['kinds']
export type Shown = {
  /** The one that is shown alone, whatever has become of it. */
  readonly requestId: string | undefined
  readonly view: View
  readonly kind: Kind | undefined
  /** Within how many days, as the address says it. */
  readonly due: string | undefined
}

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

const dueDays: readonly number[] = [3, 7, 14]
const dueNames = ['0', ...dueDays.map(String)]

/** By the end of a day of the reader's calendar, so that it is the same all day long. */
const dueBy = (days: number): string => {
  const day = new Date()
  day.setDate(day.getDate() + days)
  day.setHours(23, 59, 59, 999)
  return `state eq 'open' and dueDateTime le ${day.toISOString()}`
}

/** The filter that the server is asked; undefined for all. */
export const filterOf = ({ requestId, view, kind, due }: Shown): string | undefined => {
  if (requestId !== undefined) return `id eq ${quoted(requestId)}`
  const asked = [
    views[view],
    kind === undefined ? undefined : kinds[kind],
    due === undefined ? undefined : dueBy(Number(due)),
  ].filter((one) => one !== undefined)
  return asked.length === 0 ? undefined : asked.join(' and ')
}

const viewNames = Object.keys(views) as View[]
const kindNames = Object.keys(kinds) as Kind[]

/** What stands in the address; the open ones where nothing does. */
export const shownOf = (asked: Asked): Shown => ({
  requestId: asked.value('requestId') || undefined,
  view: viewNames.find((one) => one === asked.value('view')) ?? 'open',
  kind: kindNames.find((one) => one === asked.value('kind')),
  due: dueNames.find((one) => one === asked.value('due')),
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
      <ListFilter
        asked={asked}
        name="due"
        label={asking.due}
        any={asking.anyDay}
        options={Object.fromEntries([
          ['0', asking.dueToday],
          ...dueDays.map((days) => [String(days), asking.dueWithin(days)]),
        ])}
      />
    </>
  )
}
