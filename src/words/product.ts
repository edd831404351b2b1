/** What this product is called, in every language. */
export { product } from '../kernel/product.ts'
