/**
 * What a route asks of its caller, wholly: the action that a role has to allow, and the scopes that
 * a token has to have, for people and for applications, per property of the body where that
 * differs. It is judged once, before the handler, which judges nothing more (K13).
 */
import { may, type Action } from './may.rule.ts'
import { operations, type Operation } from './published.ts'
import { reachOf, sights, type Sight, type Viewer } from './sight.ts'

/**
 * What needs no role: `self.read` and `self.write`, what concerns only oneself; `invite`, which is
 * everybody's or not as the organization has set it (R94).
 */
export const unroled = ['self.read', 'self.write', 'invite'] as const
export type Unroled = (typeof unroled)[number]

export type Need = {
  readonly action: Action | Unroled
  /** The kind of reading it is, which some need no role for (sight.ts). */
  readonly sight?: Sight
  /** Any of them is enough; `A+B` stands for both. */
  readonly people: readonly string[]
  /** The same for an application without a person; null where there is nothing without a person. */
  readonly applications: readonly string[] | null
}

/**
 * Properties of a body: `name` when it is there, `name=value` when it has that value, `name=*` when
 * it is a list with something in it.
 */
type ByProperty = Readonly<Record<string, Need>>

export type Permission = {
  readonly need: Need
  /**
   * Properties that ask for something else than `need`, which is then asked for the other ones
   * only.
   */
  readonly instead: ByProperty
  /** Properties that ask for something more. */
  readonly besides: ByProperty
  /** Parts of the answer that are left out for who has not what they ask. */
  readonly shows: ByProperty
  /**
   * What is asked besides when the object that the address names is of a kind, which the use case
   * finds out.
   */
  readonly depending: ByProperty
  /**
   * What is asked instead of `need` where the address names an object of this kind; several kinds
   * stand at one address.
   */
  readonly ofKind: ByProperty
}

/**
 * What an action needs, with the scopes of a published operation or one of ours. The whole access
 * of a person is always taken from people.
 */
export const need = (action: Action | Unroled, operation: Operation): Need => {
  const { people, applications }: { people: string; applications: string | null } =
    operations[operation]
  return {
    action,
    people: ['Directory.AccessAsUser.All', ...people.split(' ')],
    applications: applications?.split(' ') ?? null,
  }
}

/**
 * A row's permission: what is asked of every request, and what single properties ask instead of it,
 * besides it, or to be shown.
 */
export const asks = (
  action: Action | Unroled,
  operation: Operation,
  more: Partial<Pick<Permission, 'instead' | 'besides' | 'shows' | 'depending' | 'ofKind'>> = {},
): Permission => ({
  need: need(action, operation),
  instead: {},
  besides: {},
  shows: {},
  depending: {},
  ofKind: {},
  ...more,
})

/** What a kind of reading needs: a role that allows it, or what people without a role see. */
export const needToSee = (sight: Sight, operation: Operation): Need => ({
  ...need(sights[sight], operation),
  sight,
})

/** The permission of a row that reads, which some need no role for. */
export const sees = (
  sight: Sight,
  operation: Operation,
  more: Partial<Pick<Permission, 'shows'>> = {},
): Permission => ({
  ...asks(sights[sight], operation, more),
  need: needToSee(sight, operation),
})

/**
 * What single properties ask for, by the word that their definitions say it with. Throws at the
 * start on a word that nobody explains.
 */
export const askedBy = (
  {
    properties,
  }: { readonly properties: { readonly [name: string]: object & { readonly asks?: string } } },
  needs: ByProperty,
): ByProperty =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { asks: word }]) => {
      if (word === undefined) return []
      const wanted = needs[word]
      if (wanted === undefined) throw new Error(`Nobody says what ${word} asks for.`)
      return [[name, wanted]]
    }),
  )

/** A caller as far as permissions go: a person with what their token was given for. */
export type Holder = Viewer & { readonly scopes: readonly string[] }

export type Lack = { readonly what: 'scope' | 'role'; readonly need: Need }

const needsRole = (action: Action | Unroled): action is Action =>
  !unroled.some((one) => one === action)

const mayDo = (holder: Holder, { action, sight }: Need, isOwn: boolean): boolean => {
  if (!needsRole(action)) return true
  if (sight === undefined) return may(holder.roles, action)
  const reach = reachOf(holder, sight)
  return reach === 'all' || (reach === 'own' && isOwn)
}

/**
 * What `holder` lacks of `wanted`; undefined when nothing. A token is never good for more than it
 * was given for, whatever the person may do. `isOwn`: what the address names is the holder's own.
 */
export const lackOf = (holder: Holder, wanted: Need, isOwn = false): Lack | undefined => {
  if (!wanted.people.some((one) => one.split('+').every((scope) => holder.scopes.includes(scope))))
    return { what: 'scope', need: wanted }
  return mayDo(holder, wanted, isOwn) ? undefined : { what: 'role', need: wanted }
}

/** Whether a judgement has to know if what the address names is the holder's own. */
export const dependsOnOwn = (holder: Holder, { need: { sight } }: Permission): boolean =>
  sight !== undefined && reachOf(holder, sight) === 'own'

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

const matches = (property: string, body: Readonly<Record<string, unknown>>): boolean => {
  const [name = '', value] = property.split('=')
  if (!Object.hasOwn(body, name)) return false
  const sent = body[name]
  if (value === undefined) return true
  return value === '*' ? !Array.isArray(sent) || sent.length > 0 : String(sent) === value
}

/**
 * What is lacking for what `body` asks; a body that is no object asks for nothing, and is refused
 * by its shape.
 */
export const lackForBody = (
  holder: Holder,
  { need: wanted, instead, besides }: Permission,
  body: unknown,
): Lack | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  const sent = body as Readonly<Record<string, unknown>>
  const names = Object.keys(sent)
  const asked = [
    ...(names.some((name) => !Object.hasOwn(instead, name)) ? [wanted] : []),
    ...[...Object.entries(instead), ...Object.entries(besides)]
      .filter(([property]) => matches(property, sent))
      .map(([, one]) => one),
  ]
  return asked.map((one) => lackOf(holder, one)).find((one) => one !== undefined)
}
