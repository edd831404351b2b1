/** Addresses of pages that the web apps lead to. */
export { pageAddresses, receiptPath, signInPages } from '../kernel/page-address.ts'
