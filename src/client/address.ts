/** Addresses, judged in a page as the server judges them. */
export { isAddress } from '../kernel/address.ts'
