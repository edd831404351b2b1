/** Labels that need no sentence around them, told by what they name, all languages beside. */
import type { Language } from './locales.ts'

export type Label = Readonly<Record<Language, string>>

/** From a table of labels, the table of each language. */
export const inLanguages =
  <Name extends string>(labels: Readonly<Record<Name, Label>>) =>
  (language: Language): Readonly<Record<Name, string>> =>
    Object.fromEntries(
      Object.entries<Label>(labels).map(([name, label]) => [name, label[language]]),
    ) as Record<Name, string>
