/** How long a test may take, in milliseconds: after that it has failed under its name. */
export const longestTestMs = 5 * 60_000
