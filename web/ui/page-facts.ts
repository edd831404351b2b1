/** What the server has written into the page for its script. */

/** The content of the `meta` of this name; empty where there is none. */
export const contentOf = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ''
