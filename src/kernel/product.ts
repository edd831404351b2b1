/** What this product is called, in every language. */
export const product = 'Guesthouse'
