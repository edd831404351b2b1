/**
 * Instants in the reader's language and time zone, in the web apps; the server's are in
 * `src/kernel/written-time.ts`.
 */
import { useSpeech } from './words.tsx'

/** An instant as its day, with the exact time on hover; with `time`, the time is shown too. */
export const When = ({ at, time = false }: { readonly at: string; readonly time?: boolean }) => {
  const speech = useSpeech()
  return (
    <time dateTime={at} title={speech.moment(at)}>
      {time ? speech.moment(at) : speech.date(at)}
    </time>
  )
}
