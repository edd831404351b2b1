/** The addresses of receipts. */
import { readForm } from '../../edge/body.ts'
import type { Route } from '../../edge/routes.ts'
import { readReceiptKeys, signingReceiptKey } from '../../receipts/keys.ts'
import { signReceipt } from '../../receipts/sign.ts'
import type { Exchange, Page, Permission } from '../exchange.ts'
import { doorPage, receiptFile, receiptPage } from './pages.ts'
import { receiptFor } from './viewer.ts'

const referenceOf = ({ c }: Exchange): string => c.req.param('reference') ?? ''

const show: Page = async (x) => {
  const code = x.c.req.query('code')
  const receipt = await receiptFor(x, code)
  return receipt === undefined
    ? doorPage(x, referenceOf(x), code !== undefined)
    : receiptPage(x, receipt, code)
}

const open: Page = async (x) => {
  const { code = '' } = await readForm(x.c)
  const receipt = await receiptFor(x, code.trim())
  return receipt === undefined
    ? doorPage(x, referenceOf(x), true)
    : receiptPage(x, receipt, code.trim())
}

const file: Page = async (x) => {
  const code = x.c.req.query('code')
  const receipt = await receiptFor(x, code)
  if (receipt === undefined) return doorPage(x, referenceOf(x), code !== undefined)
  return receiptFile(x, receipt, await signReceipt(x.services, receipt, x.now))
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
  { method: 'GET', path: '/receipts/keys', permission: 'anyone', handler: keys },
  { method: 'GET', path: '/receipts/:reference', permission: 'anyone', handler: show },
  { method: 'POST', path: '/receipts/:reference', permission: 'anyone', handler: open },
  { method: 'GET', path: '/receipts/:reference/file', permission: 'anyone', handler: file },
]
