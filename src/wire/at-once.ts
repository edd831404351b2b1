/** The most objects that one request names, whatever is done with them. */
export const mostAtOnce = 100
