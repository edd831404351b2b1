/** The first few of many, and how many more there are. */
import type { Key, ReactNode } from 'react'
import { useWords } from '../words.tsx'

const shown = 10

type Props<T> = {
  readonly of: readonly T[]
  readonly keyOf: (one: T) => Key
  readonly render: (one: T) => ReactNode
}

export const FirstFew = <T,>({ of, keyOf, render }: Props<T>) => {
  const words = useWords()
  return (
    <ul>
      {of.slice(0, shown).map((one) => (
        <li key={keyOf(one)}>{render(one)}</li>
      ))}
      {of.length > shown && <li>{words.andMore(of.length - shown)}</li>}
    </ul>
  )
}
