/** What a list leaves out of the restore of each that it names. */
import { Refusal } from '../../edge/refusal.ts'

type Left<Name> = Name & { readonly of?: string | undefined }

/** Each by whom it is of: what names none is left out of all. Refuses a name that is not listed. */
export const leftOfEach = <Name extends object>(
  names: readonly string[],
  leaveOut: readonly Left<Name>[],
): (Name & { readonly of: string })[] => {
  const listed = new Set(names)
  const stray = leaveOut.find(({ of }) => of !== undefined && !listed.has(of))
  if (stray !== undefined)
    throw new Refusal('unknownLink', `'${stray.of}' is none of those that are to be restored.`)
  return leaveOut.flatMap((left) =>
    (left.of === undefined ? [...listed] : [left.of]).map((of) => ({ ...left, of })),
  )
}
