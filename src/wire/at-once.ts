/** The most objects that one request names, whatever is done with them. */
export const mostAtOnce = 100

/** The most that one page of a list holds. */
export const mostOfPage = 999

/** The most that one holds where what its objects lead to comes along. */
export const mostOfExpandedPage = 100

/** The most ends of a link that come along with an object. */
export const mostExpanded = 20
