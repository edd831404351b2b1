/** Addresses of pages that the web apps lead to. */
export { pageAddresses, receiptPath } from '../kernel/page-address.ts'
