/**
 * What a resource of the directory API is, told once: its properties and, of each, everything that
 * anybody has to know. Bodies, answers, filters, statements, documents, the client's types and the
 * forms of the admin centre are derived from it (decision 25). Plain data: nothing here runs.
 */

/**
 * What a property holds. Each is judged in one place (bodies.ts) and told to programs in one
 * (edm.ts).
 */
export type Kind =
  | 'text'
  /** Several lines, without space around them. */
  | 'message'
  /** Visible signs of ASCII, without spaces. */
  | 'visible'
  /** A text that its use case judges, for every door that it comes by. */
  | 'unjudged'
  | 'domain'
  /** Something of it can be seen; it is composed, and stands in lists. */
  | 'name'
  | 'principalName'
  | 'nickname'
  | 'address'
  /** An address that others reach them by too; on the wire it begins with smtp: */
  | 'proxyAddress'
  | 'webAddress'
  | 'id'
  | 'boolean'
  | 'integer'
  | 'instant'

/**
 * What can be asked of a property in a filter. `null` stands for eq and ne null; `count` for how
 * many a collection holds.
 */
export type Operator =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'in'
  | 'startsWith'
  | 'endsWith'
  | 'null'
  | 'any'
  | 'count'

/**
 * Whether an operator is taken from everybody or, as Graph has it, as part of an advanced query
 * only (ConsistencyLevel and $count).
 */
export type Filters = { readonly [O in Operator]?: 'plain' | 'advanced' }

type Common = {
  /** A collection of values. */
  readonly many?: true
  /** Null stands for no value; a collection has none instead. */
  readonly nullable?: true
  /** Returned where $select chooses nothing: the default set. */
  readonly byDefault?: true | undefined
  /** Left out of answers where there is none. */
  readonly optional?: true
  /** Of others, shown to those alone who have a role for it (access/sight.ts). */
  readonly byRole?: true
  /** Sent and never answered: a secret, or what says no more than how something is made. */
  readonly writeOnly?: true
  /** Which bodies may hold it. */
  readonly write?: 'create' | 'update' | 'always'
  /** A body that creates has to hold it; an object has to, wherever it is sent. */
  readonly required?: true | undefined
  /**
   * Writing it changes how somebody is reached or signs in, or when their access ends: not done to
   * somebody who stands above (spec §8.2).
   */
  readonly sensitive?: true
  /** Writing it takes another permission than the others; the row of the route says which. */
  readonly asks?: string
  /** At most so many, of a collection. */
  readonly mostItems?: number
  readonly leastItems?: number
  readonly filter?: Filters | undefined
  /** $orderby takes it. */
  readonly orders?: true | undefined
  /** $search finds it where no property is named. */
  readonly searched?: true
  /** A clause of $search that names it looks for beginnings of words; of others for its own. */
  readonly inWords?: true
  /** The column of the store that holds it; absent for what is made when it is asked for. */
  readonly column?: string
  /** The column of its key, by which it is compared and ordered: a form that the code makes. */
  readonly key?: string
  /**
   * The one value that it has here, whatever the object: nothing is stored, filters know it, and a
   * body may say it where it is written.
   */
  readonly only?: boolean | number | string | null | readonly []
  /** What it means, in one sentence, for documents. */
  readonly means: string
}

export type Simple = Common & {
  readonly is: Kind
  /** The closed list of words that it can be. */
  readonly words?: readonly string[]
  /** What a body may say instead of null. */
  readonly nullWord?: string
  /** At most and at least so many characters; of a number its highest and lowest value. */
  readonly most?: number
  readonly least?: number
  /** Of an instant: a day without a time may be sent, and means the end of it in UTC. */
  readonly endOfDay?: true
}
/** An object inside of an object; `type` is its name in Graph. */
export type Complex = Common & {
  readonly is: 'object'
  readonly type: string
  readonly properties: Properties
  /** Others of its properties may be sent along, and say nothing here. */
  readonly open?: true
}
export type Property = Simple | Complex
export type Properties = { readonly [name: string]: Property }

/** A link to other objects, which has an address of its own below the object. */
export type Navigation = {
  readonly to: string
  readonly many?: true
  /** `name/$count` in a filter: whether there are any. */
  readonly filter?: Filters
  /** $expand takes it. */
  readonly expands?: true
  readonly means: string
}

export type Resource = {
  /** As Graph calls it; ours begin with `guesthouse.`. */
  readonly type: string
  /** As messages call it. */
  readonly called: string
  /** Its collection, below the root; several stand at more than one address. */
  readonly set: string
  readonly key: string
  readonly means: string
  readonly properties: Properties
  readonly navigation?: { readonly [name: string]: Navigation }
}

/** A resource, with its properties as exact as they are written. */
export const resource = <const R extends Resource>(definition: R): R => definition

/** The links of a resource that $expand takes. */
export type ExpandedBy<R extends Resource> = {
  [N in keyof R['navigation']]: R['navigation'][N] extends { readonly expands: true } ? N : never
}[keyof R['navigation']] &
  string

/** A text that anybody who may write at all can write, and clear. */
export const optionalText = {
  is: 'text',
  nullable: true,
  write: 'always',
} as const satisfies Partial<Simple>

/** What there is none of here, whoever it is asked of. */
export const none = {
  is: 'text',
  nullable: true,
  only: null,
} as const satisfies Partial<Simple>
/** The same of collections. */
export const noneOfMany = { is: 'text', many: true, only: [] } as const satisfies Partial<Simple>

/** Whether a property is an object with properties of its own. */
export const isComplex = (property: Property): property is Complex => property.is === 'object'

/** The names of the properties that have a shape. */
export type Named<R extends Resource, Shape> = {
  [N in keyof R['properties']]: R['properties'][N] extends Shape ? N : never
}[keyof R['properties']]
/** The names of the properties that have a shape, in the order of the definition. */
export const namesWhere = (of: Resource, fits: (property: Property) => boolean): string[] =>
  Object.entries(of.properties).flatMap(([name, property]) => (fits(property) ? [name] : []))
