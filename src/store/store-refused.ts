/**
 * A store that is not opened, with a whole sentence that says why and what to do. Nothing in it was
 * touched.
 */
export class StoreRefused extends Error {
  override name = 'StoreRefused'
}
