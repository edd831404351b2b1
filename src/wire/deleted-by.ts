/** Who ended a user, as the deletion remembers it. */

export const deletedByKinds = ['self', 'administrator', 'policy', 'operator'] as const
export type DeletedByKind = (typeof deletedByKinds)[number]
