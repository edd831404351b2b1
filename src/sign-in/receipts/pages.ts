/** The page of a receipt: what ended, what has become of it since, and who was told. */
import { pageAddresses, receiptPath, signInAndReturn } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Receipt, Together, ToldSystem } from '../../receipts/receipt.ts'
import { receiptState } from '../../receipts/state.rule.ts'
import type { Framed } from '../../pages/frame.ts'
import { field, form, type Html } from '../../pages/page.ts'
import type { Exchange } from '../exchange.ts'
import { openPage } from '../open-page.ts'
import { presentSession } from '../present-session.ts'
import { erasureLine, stateSentence } from './state-sentence.ts'

// The code may stand in the address.
const inFrame = (x: Exchange, page: Pick<Framed, 'title' | 'content' | 'status'>) => {
  x.c.header('referrer-policy', 'no-referrer')
  return openPage(x, page)
}

/**
 * What a stranger sees, of whatever reference. Signing in leads nowhere else for who has done so:
 * they are told what opens a receipt instead.
 */
export const doorPage = async (x: Exchange, reference: string, wrong: boolean) => {
  const { receipts: words } = x.words
  const isSignedIn = (await presentSession(x)) !== undefined
  const address = receiptPath(encodeURIComponent(reference))
  const code = {
    name: 'code',
    label: words.doorCode,
    autocomplete: 'off',
    autofocus: wrong,
    ...(wrong ? { error: isSignedIn ? words.wrongSignedIn : words.wrong } : {}),
  }
  return inFrame(x, {
    title: words.title,
    status: wrong ? 400 : 200,
    content: html`<div class="card form">
      <p>${words.doorIntro}</p>
      ${form(address, words.show, field(code))}
      <p>
        ${isSignedIn ? words.signedIn : html`<a href="${signInAndReturn(address)}">${words.signIn}</a>`}
      </p>
    </div>`,
  })
}

/** What became of the mail about it, or why none was sent (R21); empty of before. */
const mailOf = ({ words, speech, now }: Exchange, receipt: Receipt): string => {
  const { mailStates: said } = words.receipts
  const { mailState, mailAt, mailTries } = receipt
  if (mailState === null) return ''
  if (mailState === 'taken') return said.taken(speech.time(mailAt ?? now))
  return mailState === 'expired' ? said.expired(mailTries ?? 0) : said[mailState]
}

const factsOf = (x: Exchange, receipt: Receipt): [label: string, value: string][] => {
  const { words, speech, now } = x
  const labels = words.receipts
  const at = (date: Date | null): string => (date === null ? '' : speech.time(date))
  const { restorableUntil, restoredAt, erasedAt } = receipt
  const state = receiptState(receipt, now)
  // Of what was restored, nothing can be restored until any day.
  const isPending =
    restoredAt === null &&
    !receipt.organizationClosed &&
    (state === 'restorable' || state === 'held')
  const facts: [string, string][] = [
    [labels.reference, receipt.reference],
    [labels.organization, receipt.organization],
    [labels.account, receipt.userId],
    [labels.endedAt, at(receipt.endedAt)],
    [labels.restorableUntil, isPending ? at(restorableUntil) : ''],
    [labels.restoredAt, at(restoredAt)],
    [labels.erasedAt, at(erasedAt)],
    [labels.mail, mailOf(x, receipt)],
    [labels.shownAt, at(now)],
  ]
  return facts.filter(([, value]) => value !== '')
}

const systemLine = ({ words, speech }: Exchange, system: ToldSystem): Html => {
  const { receipts: said } = words
  const answer =
    system.acknowledgedAt !== null
      ? said.acknowledged(speech.time(system.acknowledgedAt))
      : system.givenUpAt === null
        ? said.waiting
        : said.unreachable
  return html`<dt>${system.name ?? said.goneSystem}</dt>
    <dd>${answer}</dd>`
}

const systemsOf = (x: Exchange, { systems }: Receipt): Html =>
  systems.length === 0
    ? html`<p>${x.words.receipts.noSystems}</p>`
    : html`<dl class="card">${systems.map((system) => systemLine(x, system))}</dl>`

const fileName = ({ reference }: Pick<Receipt, 'reference'>): string => `receipt-${reference}.jws`

const heldBy = (code: string | undefined): string =>
  code === undefined ? '' : `?code=${encodeURIComponent(code)}`

/** What stays, and how it is kept and verified. */
const closing = (
  { words: { receipts: words } }: Exchange,
  receipt: Pick<Receipt, 'reference'>,
  code: string | undefined,
  log: string = words.log,
): Html => {
  const command = `guesthouse verify-receipt ${fileName(receipt)} --keys receipt-keys.json`
  return html`<h2>${words.stays}</h2>
    <p>${log}</p>
    <p class="acts">
      <a class="do" href="${receiptPath(receipt.reference)}/file${heldBy(code)}"
        >${words.download}</a
      >
      <a href="${pageAddresses.receipts}/keys">${words.keys}</a>
    </p>
    <p class="quiet">${words.verify}</p>
    <p class="card" dir="ltr"><code>${command}</code></p>`
}

const listOf = (all: readonly (readonly [string, string | Html])[]): Html =>
  html`<dl>
    ${all.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`

/** The receipt itself. `code`: by which the reader holds it, where they do. */
export const receiptPage = (x: Exchange, receipt: Receipt, code: string | undefined) => {
  const { receipts: words } = x.words
  return inFrame(x, {
    title: words.heading(receipt.organization),
    content: html`<div class="card">
        <p>${words.kind[receipt.kind](receipt.organization)}</p>
        ${receipt.kind === 'erased' ? '' : html`<p role="status"><strong>${stateSentence(x, receipt)}</strong></p>`}
        ${erasureLine(x, receipt)} ${listOf(factsOf(x, receipt))}
      </div>
      <h2>${words.systems}</h2>
      ${systemsOf(x, receipt)} ${closing(x, receipt, code)}`,
  })
}

const oneOf = (x: Exchange, receipt: Receipt, code: string | undefined): Html => {
  const { receipts: words } = x.words
  const { reference, organization, endedAt } = receipt
  const address = receiptPath(reference, code)
  return html`<section class="card">
    <h2>${organization}</h2>
    <p><strong>${stateSentence(x, receipt)}</strong></p>
    ${erasureLine(x, receipt)}
    ${listOf([
      [words.reference, html`<a href="${address}">${reference}</a>`],
      [words.endedAt, x.speech.time(endedAt)],
    ])}
  </section>`
}

/** Several that ended at once: what has become of each, with the way to its own receipt. */
export const togetherPage = (x: Exchange, together: Together, code: string | undefined) => {
  const { receipts: words } = x.words
  const { reference, receipts } = together
  return inFrame(x, {
    title: words.headingMany(receipts.length),
    content: html`<section class="card">
        <p>${words.manyIntro}</p>
        ${listOf([
          [words.reference, reference],
          [words.shownAt, x.speech.time(x.now)],
        ])}
      </section>
      ${receipts.map((one) => oneOf(x, one, code))}
      ${closing(x, together, code, x.words.receipts.logs)}`,
  })
}

/** The signed file, to be kept. */
export const receiptFile = (
  x: Exchange,
  receipt: Pick<Receipt, 'reference'>,
  jws: string,
): Response =>
  x.c.body(`${jws}\n`, 200, {
    'content-type': 'application/jose; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName(receipt)}"`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
