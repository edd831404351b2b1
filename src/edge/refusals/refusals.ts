/** Every code of a refusal there is: a closed union, and what is told of each. */
import { refusalsOfDirectory } from './of-directory.ts'
import { refusalsOfMembership } from './of-membership.ts'
import { refusalsOfRequests } from './of-requests.ts'
import { refusalsOfValues } from './of-values.ts'
import type { RefusalKind } from './refusal-kind.ts'

/** By what they are about, as the page of the documents lists them. */
export const refusalGroups = {
  'The request, the caller and the server': refusalsOfRequests,
  'Joining, leaving and asking': refusalsOfMembership,
  'The directory API': refusalsOfDirectory,
  'What cannot be had as it is': refusalsOfValues,
} as const satisfies Readonly<Record<string, Readonly<Record<string, RefusalKind>>>>

const all = {
  ...refusalsOfRequests,
  ...refusalsOfMembership,
  ...refusalsOfDirectory,
  ...refusalsOfValues,
} as const

export type RefusalCode = keyof typeof all

export const refusals: Readonly<Record<RefusalCode, RefusalKind>> = all
