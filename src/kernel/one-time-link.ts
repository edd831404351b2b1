/**
 * The links that open something for whoever has them: where the page behind each stands, and what
 * is sent.
 */

const pages = {
  invitation: '/invitation',
  password: '/password-link',
  setUp: '/set-up',
} as const

export type OneTimeLink = keyof typeof pages

/** The row of a page behind a link. */
export const linkRow = (kind: OneTimeLink, rest = ''): string => `${pages[kind]}/:token${rest}`

/** The path behind a link with this token. */
export const linkPath = (kind: OneTimeLink, token: string): string => `${pages[kind]}/${token}`

/** Whether a path is that of a link of this kind. */
export const isLinkPath = (kind: OneTimeLink, path: string): boolean =>
  path.startsWith(`${pages[kind]}/`)
