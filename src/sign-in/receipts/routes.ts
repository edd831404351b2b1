/** The addresses of receipts. */
import { pageAddresses, receiptPath } from '../../kernel/page-address.ts'
import { readForm } from '../../edge/body.ts'
import type { Route } from '../../edge/routes.ts'
import { readReceiptKeys, signingReceiptKey } from '../../receipts/keys.ts'
import type { Receipt, Together } from '../../receipts/receipt.ts'
import { signReceipt, signTogether } from '../../receipts/sign.ts'
import type { Exchange, Page, Permission } from '../exchange.ts'
import { doorPage, receiptFile, receiptPage, togetherPage } from './pages.ts'
import { receiptFor } from './viewer.ts'

const referenceOf = ({ c }: Exchange): string => c.req.param('reference') ?? ''

const shown = (x: Exchange, receipt: Receipt | Together, code: string | undefined) =>
  'receipts' in receipt ? togetherPage(x, receipt, code) : receiptPage(x, receipt, code)

const show: Page = async (x) => {
  const code = x.c.req.query('code')
  const receipt = await receiptFor(x, code)
  return receipt === undefined
    ? doorPage(x, referenceOf(x), code !== undefined)
    : shown(x, receipt, code)
}

const open: Page = async (x) => {
  const { code = '' } = await readForm(x.c)
  const receipt = await receiptFor(x, code.trim())
  return receipt === undefined ? doorPage(x, referenceOf(x), true) : shown(x, receipt, code.trim())
}

const file: Page = async (x) => {
  const code = x.c.req.query('code')
  const receipt = await receiptFor(x, code)
  if (receipt === undefined) return doorPage(x, referenceOf(x), code !== undefined)
  const jws =
    'receipts' in receipt
      ? await signTogether(x.services, receipt, x.now)
      : await signReceipt(x.services, receipt, x.now)
  return receiptFile(x, receipt, jws)
}

// The key that signs the next receipt is among them, so that whoever takes both has a pair.
const keys: Page = async ({ c, db, services, now }) => {
  await signingReceiptKey(services, now)
  return c.body(`${JSON.stringify(await readReceiptKeys(db), null, 2)}\n`, 200, {
    'content-type': 'application/jwk-set+json',
    'content-disposition': 'attachment; filename="receipt-keys.json"',
  })
}

export const receiptRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: `${pageAddresses.receipts}/keys`, permission: 'anyone', handler: keys },
  { method: 'GET', path: receiptPath(':reference'), permission: 'anyone', handler: show },
  { method: 'POST', path: receiptPath(':reference'), permission: 'anyone', handler: open },
  { method: 'GET', path: `${receiptPath(':reference')}/file`, permission: 'anyone', handler: file },
]
