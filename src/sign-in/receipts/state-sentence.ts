/** What a receipt says of its account and its data, as they are now. */
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Receipt } from '../../receipts/receipt.ts'
import { receiptState } from '../../receipts/state.rule.ts'
import type { Exchange } from '../exchange.ts'

/** What has become of the account of a receipt. */
export const stateSentence = ({ words, speech, now }: Exchange, receipt: Receipt): string => {
  const { state: sentences } = words.receipts
  const state = receiptState(receipt, now)
  const { restorableUntil, restoredAt, erasedAt } = receipt
  if (state === 'restorable') {
    const until = speech.time(restorableUntil ?? now)
    return receipt.organizationClosed
      ? sentences.restorableClosed(until, receipt.organization)
      : sentences.restorable(until)
  }
  if (state === 'erasing') return words.erasure.runs(speech.time(receipt.erasedBy))
  if (state === 'restored') return sentences.restored(speech.time(restoredAt ?? now))
  if (state !== 'erased') return sentences[state]
  // What was restored and ended again has a receipt of that, too: this one says both.
  const before = restoredAt === null ? [] : [sentences.wasRestored(speech.time(restoredAt))]
  return [...before, sentences.erased(speech.time(erasedAt ?? now))].join(' ')
}

/** When its data is erased, while it can still be restored. */
export const erasureLine = ({ words, speech, now }: Exchange, receipt: Receipt): Html | string =>
  receiptState(receipt, now) === 'restorable'
    ? html`<p>${words.erasure.comes(speech.time(receipt.erasedBy))}</p>`
    : ''
