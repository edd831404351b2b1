/** The look back above the list of what is unused, and whether the mail about it comes (R136). */
import { html } from 'hono/html'
import type { Html } from '../../../pages/page.ts'
import { readerOf, type Reader } from '../../../pages/reader.ts'
import type { YearlyReview } from '../../../wire/account-guests.ts'
import { chooseReviewMails, myReview } from '../../answering/review.ts'
import type { Exchange, Handler } from '../../exchange.ts'
import { keepTold } from '../told.ts'
import { wayBackIn } from '../way-back.ts'

const part = (found: YearlyReview, { words }: Reader): Html => {
  const said = words.answering.review
  const { organizations, unused, unusedDays, mails } = found
  return html`<section class="card">
    <h2>${said.title}</h2>
    <p>
      <strong
        >${said.summary(organizations)}
        ${unused === 0 ? said.allUsed(unusedDays) : said.unused(unused, unusedDays)}</strong
      >
    </p>
    ${unused === 0 ? '' : html`<p>${said.hint}</p>`}
    <p class="acts">
      <span class="quiet">${mails ? said.mailOn : said.mailOff}</span>
      <button form="acts" formaction="/review-mails/${mails ? 'stop' : 'want'}">
        ${mails ? said.stopMails : said.wantMails}
      </button>
    </p>
  </section>`
}

export const reviewPart = async (x: Exchange): Promise<Html> =>
  part(await myReview(x), readerOf(x.c))

const choosing =
  (wanted: boolean): Handler =>
  async (x) => {
    await chooseReviewMails(x, wanted)
    keepTold(x, { deed: wanted ? 'reviewsWanted' : 'reviewsStopped', about: '', id: null })
    return x.c.redirect(wayBackIn(x, undefined), 303)
  }
export const doStopReviews = choosing(false)
export const doWantReviews = choosing(true)
