/** Where somebody comes back to who signs in, or in as somebody else, before they consent. */
import { places, type Place } from '../anywhere/request.ts'

/** Says that the request named no organization: the one of whoever signs in next may be another. */
const via = 'guesthouse_via'

/** An address of an organization, which somebody is led to from a place. */
export const viaPlace = (address: string, place: Place): string => `${address}&${via}=${place}`

/** The address at which a request for consent was made. */
export const addressAgain = (address: string): string => {
  const { pathname, search, searchParams } = new URL(address)
  const place = places.find((one) => one === searchParams.get(via))
  if (place === undefined) return pathname + search
  const below = pathname.slice(pathname.indexOf('/', 1))
  searchParams.delete(via)
  return `/${place}${below}?${searchParams.toString()}`
}
