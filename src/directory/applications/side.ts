/** An application is one object with two sides; which of them was named, the log tells. */
import type { Context } from '../../events/event.ts'

/** What an event's details say of the side that was named. */
export const sideOf = ({ isOfRegistration }: Context): { readonly registration?: true } =>
  isOfRegistration === true ? { registration: true } : {}
