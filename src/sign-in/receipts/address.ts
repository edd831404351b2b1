/** Where a receipt is read. */
export const receiptAddress = (reference: string, code?: string): string =>
  `/receipts/${reference}${code === undefined ? '' : `?code=${code}`}`
