/** What costs something to make, and is not asked for by most who start the product. */

/** Gives what `make` makes, which is called once, when it is asked for the first time. */
export const whenAsked = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
