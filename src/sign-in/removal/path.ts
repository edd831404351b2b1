/** Where somebody who cannot sign in asks to be removed. */
export const removalPath = '/ask-removal'
