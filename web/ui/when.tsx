/** Dates in the reader's locale and time zone. */
const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' })
const dateTimes = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** The day of an instant, for example "31 May 2026". */
export const formatDate = (at: string): string => dates.format(new Date(at))

/** The day and the time of an instant, for example "31 May 2026, 14:05". */
export const formatDateTime = (at: string): string => dateTimes.format(new Date(at))

/** An instant as its day, with the exact time on hover; with `time`, the time is shown too. */
export const When = ({ at, time = false }: { readonly at: string; readonly time?: boolean }) => (
  <time dateTime={at} title={formatDateTime(at)}>
    {time ? formatDateTime(at) : formatDate(at)}
  </time>
)
