/** Dates in the reader's locale and time zone, in the web apps; the server's are in `src/kernel/written-time.ts`. */
import { useSpeech } from './words.tsx'

const shortMonths = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' })
const longMonths = new Intl.DateTimeFormat(undefined, {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

const firstDayOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`)

/** A month such as `2026-05`, for example "May 2026". */
export const formatMonth = (month: string): string => longMonths.format(firstDayOf(month))

/** The same where there is little room, for example "May". */
export const formatMonthShort = (month: string): string => shortMonths.format(firstDayOf(month))

/** An instant as its day, with the exact time on hover; with `time`, the time is shown too. */
export const When = ({ at, time = false }: { readonly at: string; readonly time?: boolean }) => {
  const speech = useSpeech()
  return (
    <time dateTime={at} title={speech.moment(at)}>
      {time ? speech.moment(at) : speech.date(at)}
    </time>
  )
}
