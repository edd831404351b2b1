/** A browser in words that its user knows: in a page as in a mail. */
export { browserIn } from '../kernel/browser-name.ts'
