/**
 * Instants in the reader's language and time zone, in the web apps; the server's are in
 * `src/kernel/written-time.ts`.
 */
import { useSpeech } from './words.tsx'

type Props = {
  readonly at: string
  readonly time?: boolean
  /** Where there is little room: the day in short, never broken. */
  readonly inColumn?: boolean
}

/** An instant as its day, with the exact time on hover; with `time`, the time is shown too. */
export const When = ({ at, time = false, inColumn = false }: Props) => {
  const speech = useSpeech()
  const day = inColumn ? speech.shortDate : speech.date
  return (
    <time
      dateTime={at}
      title={speech.moment(at)}
      style={inColumn && !time ? { whiteSpace: 'nowrap' } : undefined}
    >
      {(time ? speech.moment : day)(at)}
    </time>
  )
}
