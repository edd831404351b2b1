/** A picker of which the address alone is known at first: an id. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loading } from '../../ui/loading.tsx'
import { useAdmin } from '../admin-context.tsx'
import type { Choice, ChoiceKind } from './choices.ts'
import { PeoplePicker } from './people-picker.tsx'

type PickedProps = {
  readonly label: string
  readonly kinds: readonly ChoiceKind[]
  readonly id: string | undefined
  readonly onPick: (id: string | undefined) => void
}

/** Begins with whom `id` names. */
export const PickedById = ({ id, ...props }: PickedProps) => {
  const { graph, organizationId } = useAdmin()
  const [first] = useState(id)
  const { data, isPending } = useQuery({
    queryKey: [organizationId, 'find', first],
    queryFn: () => graph.find(first ?? ''),
    enabled: first !== undefined,
  })
  if (first !== undefined && isPending) return <Loading label={props.label} />
  const found = data?.value.find((one) => one.id === first)
  const begins =
    first === undefined
      ? undefined
      : {
          id: first,
          name: found?.displayName ?? first,
          detail: found?.detail ?? '',
          kind: props.kinds.find((kind) => kind === found?.kind) ?? 'user',
        }
  return <Picker begins={begins} id={id} {...props} />
}

const Picker = ({
  begins,
  id,
  onPick,
  ...props
}: PickedProps & { readonly begins: Choice | undefined }) => {
  const [picked, setPicked] = useState(begins)
  const [seen, setSeen] = useState(id)
  const [made, setMade] = useState(0)
  // Taken away elsewhere: with all filters.
  if (id !== seen) {
    setSeen(id)
    if (id === undefined && picked !== undefined) {
      setPicked(undefined)
      setMade(made + 1)
    }
  }
  return (
    <PeoplePicker
      key={made}
      {...props}
      picked={picked}
      onPick={(choice) => {
        setPicked(choice)
        onPick(choice?.id)
      }}
    />
  )
}
