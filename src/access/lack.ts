/**
 * What a caller lacks of what a route asks (permission.ts): a person of scopes and roles, an
 * application of app roles.
 */
import { may, type Action } from './may.rule.ts'
import { unroled, type Need, type Permission, type Unroled } from './permission.ts'
import { ownedAlone } from './published-parts.ts'
import type { RoleName } from './roles.ts'
import { reachOf, type Viewer } from './sight.ts'

/** A person with what their token was given for. */
export type PersonHolder = Viewer & {
  readonly kind: 'person'
  readonly scopes: readonly string[]
}
/**
 * An application by itself: with app roles, and directory roles. It has no level of guests and no
 * entry of its own.
 */
export type ApplicationHolder = {
  readonly kind: 'application'
  readonly permissions: readonly string[]
  readonly roles: readonly RoleName[]
}
/** A caller as far as permissions go. */
export type Holder = PersonHolder | ApplicationHolder

/**
 * `person`: it cannot be done without one. `appRole`: the application was not given any of them.
 */
export type Lack = {
  readonly what: 'scope' | 'role' | 'person' | 'appRole'
  readonly need: Need
}

const needsRole = (action: Action | Unroled): action is Action =>
  !unroled.some((one) => one === action)

const covers = (alternatives: readonly string[], held: readonly string[]): boolean =>
  alternatives.some((one) => one.split('+').every((name) => held.includes(name)))

const mayDo = (holder: PersonHolder, { action, sight }: Need, isOwn: boolean): boolean => {
  if (!needsRole(action)) return true
  if (sight === undefined) return may(holder.roles, action)
  const reach = reachOf(holder, sight)
  return reach === 'all' || (reach === 'own' && isOwn)
}

/** Whether it counts for what is asked that the application owns what is named. */
export const ownedCounts = ({ action }: Need): boolean => action === 'applications.write'

// An app role is enough, and so is a directory role that allows the action.
const lackOfApplication = (
  { permissions, roles }: ApplicationHolder,
  wanted: Need,
  isOwn: boolean,
): Lack | undefined => {
  if (wanted.applications === null) return { what: 'person', need: wanted }
  const { action } = wanted
  const held =
    isOwn || !ownedCounts(wanted) ? permissions : permissions.filter((name) => name !== ownedAlone)
  if (covers(wanted.applications, held) || (needsRole(action) && may(roles, action)))
    return undefined
  return { what: 'appRole', need: wanted }
}

/**
 * What `holder` lacks of `wanted`; undefined when nothing. A person's token is never good for more
 * than it was given for, whatever the person may do. `isOwn`: what the address names is the
 * holder's own.
 */
export const lackOf = (holder: Holder, wanted: Need, isOwn = false): Lack | undefined => {
  if (holder.kind === 'application') return lackOfApplication(holder, wanted, isOwn)
  if (!covers(wanted.people, holder.scopes)) return { what: 'scope', need: wanted }
  return mayDo(holder, wanted, isOwn) ? undefined : { what: 'role', need: wanted }
}

/** Whether an application does this with what it owns, and with nothing else. */
export const ownsAlone = (holder: ApplicationHolder, wanted: Need): boolean =>
  lackOfApplication(holder, wanted, false) !== undefined &&
  lackOfApplication(holder, wanted, true) === undefined

/** Whether a judgement has to know if what the address names is the holder's own. */
export const dependsOnOwn = (holder: Holder, { need: wanted }: Permission): boolean => {
  const { sight } = wanted
  return holder.kind === 'person'
    ? sight !== undefined && reachOf(holder, sight) === 'own'
    : ownsAlone(holder, wanted)
}

/**
 * What is lacking before anything of the request is read: who could not do any part of it is told
 * so and no more.
 */
export const lackAtDoor = (
  holder: Holder,
  { need: wanted, instead }: Permission,
  isOwn = false,
): Lack | undefined => {
  const lacks = [wanted, ...Object.values(instead)].map((one) => lackOf(holder, one, isOwn))
  return lacks.includes(undefined) ? undefined : lacks[0]
}

/** Whether a permission depends on the body. */
export const dependsOnBody = ({ instead, besides }: Permission): boolean =>
  Object.keys(instead).length > 0 || Object.keys(besides).length > 0

// Names of properties are taken in any case of their letters, so a body is asked as whole as that.
const sentAs = (name: string, body: Readonly<Record<string, unknown>>): unknown[] =>
  Object.entries(body)
    .filter(([written]) => written.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value)

// What is a list or an object is none of the values that are asked about, and its shape is refused.
const writtenAs = (value: unknown): string =>
  typeof value === 'object' ? '' : String(value as string | number | boolean)

const matches = (property: string, body: Readonly<Record<string, unknown>>): boolean => {
  const [name = '', value] = property.split('=')
  const [text = '', pattern] = property.split('~')
  if (pattern !== undefined)
    return sentAs(text, body).some((sent) => new RegExp(pattern, 'i').test(writtenAs(sent)))
  const sent = sentAs(name, body)
  if (value === undefined) return sent.length > 0
  return sent.some((one) =>
    value === '*' ? !Array.isArray(one) || one.length > 0 : writtenAs(one) === value,
  )
}

/**
 * What is lacking for what `body` asks; a body that is no object asks for nothing, and is refused
 * by its shape.
 */
export const lackForBody = (
  holder: Holder,
  { need: wanted, instead, besides }: Permission,
  body: unknown,
  isOwn = false,
): Lack | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  const sent = body as Readonly<Record<string, unknown>>
  const apart = new Set(Object.keys(instead).map((name) => name.toLowerCase()))
  const asked = [
    ...(Object.keys(sent).some((name) => !apart.has(name.toLowerCase())) ? [wanted] : []),
    ...[...Object.entries(instead), ...Object.entries(besides)]
      .filter(([property]) => matches(property, sent))
      .map(([, one]) => one),
  ]
  return asked.map((one) => lackOf(holder, one, isOwn)).find((one) => one !== undefined)
}
