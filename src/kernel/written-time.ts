/**
 * Instants as people read them, where no browser can put them into the reader's own time zone: in
 * mails, on the server's pages, in tables of the command line. Always in UTC, and saying so. What
 * machines read is `toISOString()` and stands in JSON alone.
 */

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const minutes = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** The day of `at`, for example "31 May 2026". */
export const writtenDay = (at: Date): string => days.format(at)

/**
 * The day and the minute of `at`, for example "31 May 2026 at 12:00 UTC". What ends then has not
 * ended earlier: the seconds are cut off.
 */
export const writtenTime = (at: Date): string => `${minutes.format(at)} UTC`
