/**
 * Ids are UUIDs version 7, made in code: they sort by creation, so primary keys grow at one end.
 */
import { v7 } from 'uuid'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type TenantId = Id<'tenant'>
export type PersonId = Id<'person'>
export type UserId = Id<'user'>
export type GroupId = Id<'group'>
/** A service principal. */
export type ApplicationId = Id<'application'>
/** How an application is registered. */
export type RegistrationId = Id<'registration'>
export type AppRoleId = Id<'appRole'>
export type AssignmentId = Id<'assignment'>
export type GrantId = Id<'grant'>
export type RoleId = Id<'role'>
export type EventId = Id<'event'>
export type RequestId = Id<'request'>
export type SessionId = Id<'session'>
export type ExportId = Id<'export'>
export type SubscriptionId = Id<'subscription'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A new id of whatever kind the caller expects. */
export const newId = <T extends string>(): T => v7() as T

/** True for a UUID in its usual text form, of any version. */
export const isUuid = (text: string): boolean => uuidPattern.test(text)

/** The id zero: the application role "Default access". */
export const zeroId = '00000000-0000-0000-0000-000000000000' as AppRoleId
