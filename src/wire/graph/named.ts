/** The properties that users and groups have alike. */
import type { Properties } from './definition.ts'
import { byEquality, byText } from './filters.ts'

export const named = {
  id: {
    is: 'id',
    byDefault: true,
    filter: byEquality,
    column: 'id',
    means: 'The object id; it never changes.',
  },
  displayName: {
    is: 'name',
    most: 256,
    byDefault: true,
    write: 'always',
    required: true,
    filter: byText,
    orders: true,
    searched: true,
    column: 'display_name',
    key: 'sort_name',
    means: 'The name that people read.',
  },
} as const satisfies Properties
