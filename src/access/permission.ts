/**
 * What a route asks of its caller, wholly: the action that a role has to allow, and the scopes that
 * a token has to have, for people and for applications, per property of the body where that
 * differs. It is judged once, before the handler, which judges nothing more (K13).
 */
import type { Action } from './may.rule.ts'
import { operations, type Operation } from './published.ts'
import { sights, type Sight } from './sight.ts'

/**
 * What needs no role: `self.read` and `self.write`, what concerns only oneself; `invite`, which is
 * everybody's or not as the organization has set it (R94); `subscribe`, which asks what reading
 * does.
 */
export const unroled = ['self.read', 'self.write', 'invite', 'subscribe'] as const
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
 * it is a list with something in it, `name~pattern` when it is a text of this kind, in any case.
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
