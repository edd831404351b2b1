/** Language tags, as people and programs write them. */

/** Whether a text is a short code such as `de` or `de-AT`; not whether there is such a language. */
export const isLanguageTag = (text: string): boolean => /^[A-Za-z0-9-]{1,35}$/.test(text)

export const languageTagWords = 'a language is a short code such as en-GB'
