/** What a list of users is narrowed by, and the filter that the server is asked. */
import { Button } from '@fluentui/react-components'
import { FilterAddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { dayMs } from '../../../src/client/time.ts'
import { quoted } from '../../../src/client/graph-calls.ts'
import { PickedById } from '../form/picked-by-id.tsx'
import { ListFilter } from '../table/list-filter.tsx'
import { SearchField } from '../table/search-field.tsx'
import type { Asked } from '../table/use-asked.ts'
import { useWords, type Words } from '../words.tsx'

export type Section = 'all' | 'members' | 'guests'
type State = keyof Words['user']['stateFilters']
type Value = (name: string) => string

const sectionFilters: Readonly<Record<Section, string | undefined>> = {
  all: undefined,
  members: `userType eq 'Member'`,
  guests: `userType eq 'Guest'`,
}
const stateFilters: Readonly<Record<State, string>> = {
  enabled: 'accountEnabled eq true',
  disabled: 'accountEnabled eq false',
  invited: `externalUserState eq 'PendingAcceptance'`,
  noSponsor: 'sponsors/$count eq 0',
  homeGone: 'guesthouse.homeDeletedDateTime ne null',
}
const states = Object.keys(stateFilters) as State[]

/** For how many days nobody was active. */
const unusedDays = [30, 90, 180, 365]

// From the beginning of a day, so that the same is asked until the next.
const dayBefore = (days: number): string =>
  new Date((Math.floor(Date.now() / dayMs) - days) * dayMs).toISOString()

/** Questions about guests, by their names in the address. */
const questions: Readonly<Record<string, (value: string) => string | undefined>> = {
  unused: (days) =>
    unusedDays.includes(Number(days))
      ? `guesthouse.lastUsedDateTime lt ${dayBefore(Number(days))}`
      : undefined,
  home: (domain) => `guesthouse.homeDomain eq ${quoted(domain)}`,
  invitedBy: (id) => `guesthouse.invitedBy/id eq ${quoted(id)}`,
  sponsor: (id) => `guesthouse.sponsors/any(s:s/id eq ${quoted(id)})`,
}

/** The filter that the server is asked; empty for all. */
export const filterOf = (section: Section, value: Value): string => {
  const state = states.find((one) => one === value('state'))
  return [
    sectionFilters[section],
    state === undefined ? undefined : stateFilters[state],
    ...Object.entries(questions).map(([name, ask]) =>
      value(name) === '' ? undefined : ask(value(name)),
    ),
  ]
    .filter((one) => one !== undefined)
    .join(' and ')
}

/** Questions that only who inspects users is answered. */
const GuestQuestions = ({ asked }: { readonly asked: Asked }) => {
  const words = useWords().user
  return (
    <>
      <ListFilter
        asked={asked}
        name="unused"
        label={words.unused}
        any={words.unusedAny}
        options={Object.fromEntries(unusedDays.map((days) => [days, words.unusedFor(days)]))}
      />
      <SearchField
        label={words.homeDomainFilter}
        value={asked.value('home')}
        onSearch={(home) => asked.ask({ home })}
      />
      <PickedById
        label={words.invitedBy}
        kinds={['user']}
        id={asked.value('invitedBy') || undefined}
        onPick={(id = '') => asked.ask({ invitedBy: id })}
      />
      <PickedById
        label={words.sponsor}
        kinds={['user', 'group']}
        id={asked.value('sponsor') || undefined}
        onPick={(id = '') => asked.ask({ sponsor: id })}
      />
    </>
  )
}

export const UserFilters = ({
  asked,
  inspects,
}: {
  readonly asked: Asked
  readonly inspects: boolean
}) => {
  const words = useWords().user
  const [open, setOpen] = useState(() =>
    Object.keys(questions).some((name) => asked.value(name) !== ''),
  )
  const { homeGone, noSponsor, ...plain } = words.stateFilters
  return (
    <>
      <ListFilter
        asked={asked}
        name="state"
        label={words.userState}
        any={words.allStates}
        options={inspects ? { ...plain, noSponsor, homeGone } : plain}
      />
      {inspects && (
        <Button icon={<FilterAddRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.moreFilters}
        </Button>
      )}
      {inspects && open && <GuestQuestions asked={asked} />}
    </>
  )
}
