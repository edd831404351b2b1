/** The properties that users and groups have alike. */
import { longestName } from '../../kernel/text.ts'
import type { Properties, Property } from './definition.ts'
import { byEquality, byText } from './filters.ts'

/** What people call something by, wherever it is named. */
export const givenName = {
  is: 'name',
  most: longestName,
  required: true,
  means: 'The name that people read.',
} as const satisfies Property

/** The name of an object; its definition says what lists do with it. */
export const objectName = {
  ...givenName,
  byDefault: true,
  write: 'always',
} as const satisfies Property

export const named = {
  id: {
    is: 'id',
    byDefault: true,
    filter: byEquality,
    column: 'id',
    means: 'The object id; it never changes.',
  },
  displayName: {
    ...objectName,
    filter: byText,
    orders: true,
    searched: true,
    column: 'display_name',
    key: 'sort_name',
  },
} as const satisfies Properties
