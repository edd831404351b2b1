/** The yearly look back at where one is: who is told, and what counts as unused. */
import { dayMs, plus } from '../kernel/time.ts'

/** So long nothing was used there; who has never been seen counts from joining (R116). */
export const unusedDays = 90
/** Told once in so long, and for the first time so long after the first organization. */
export const reviewEveryDays = 365
/** Who is in fewer sees all of them at a glance, and gets no mail. */
export const fewestOrganizations = 5

export type ReviewFacts = {
  readonly organizations: number
  readonly unused: number
  /** Since when the person is in the first of them; null where there is none. */
  readonly since: Date | null
}

/** From before this moment on something counts as unused. */
export const unusedBefore = (now: Date): Date => plus(now, -unusedDays * dayMs)

/** Who was told before this moment is told again. */
export const toldAgainBefore = (now: Date): Date => plus(now, -reviewEveryDays * dayMs)

/** Whether there is something to look at: many organizations, some of them unused, for a year. */
export const isWorthAMail = ({ organizations, unused, since }: ReviewFacts, now: Date): boolean =>
  organizations >= fewestOrganizations &&
  unused > 0 &&
  since !== null &&
  since <= toldAgainBefore(now)
