/** /account/review: in how many organizations I am, and how many I do not use. */
import { unusedDays } from '../../people/yearly-review.rule.ts'
import { chooseReviews, wantsReviews } from '../../people/review-mails.sql.ts'
import { readReview } from '../../people/yearly-review.sql.ts'
import type { YearlyReview } from '../../wire/account-guests.ts'
import type { Exchange, Handler } from '../exchange.ts'

export const myReview = async (x: Exchange): Promise<YearlyReview> => {
  const { personId } = x.session
  const { organizations, unused } = await readReview(x.db, personId, x.now)
  return { organizations, unused, unusedDays, mails: await wantsReviews(x.db, personId) }
}

/** Whether the mail comes once a year. */
export const chooseReviewMails = (x: Exchange, wanted: boolean): Promise<void> =>
  chooseReviews(x.db, x.session.personId, wanted, x.now)

const choosing =
  (wanted: boolean): Handler =>
  async (x) => {
    await chooseReviewMails(x, wanted)
    return x.c.body(null, 204)
  }

export const showReview: Handler = async (x) => x.c.json(await myReview(x))
export const wantReviews = choosing(true)
export const refuseReviews = choosing(false)
