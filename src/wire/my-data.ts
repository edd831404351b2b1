/**
 * The copy of my data in one organization, defined once (R107, R139): its document, the statements
 * that fill it and the page are typed by this, and `docs/account.md` is written from it.
 */
import { z } from 'zod'
import { moment } from './my-data-moment.ts'
import { myEvents, ofMyself, ofMyUser } from './my-data-sections.ts'
import { myUser } from './my-data-user.ts'
import { endings, linkKinds, type LinkKind } from './ties.ts'

// People at the other end are ids, without a name: theirs is no data of mine.
const tie = z.object({
  id: z.uuid(),
  displayName: z.string().nullable(),
  role: z.string().nullable(),
  since: moment.nullable(),
  goneAt: moment.nullable(),
})

type TieName = (typeof endings)[LinkKind]['all']

const ties = Object.fromEntries(
  linkKinds.map((kind) => [
    endings[kind].all,
    z.array(tie).meta({ description: endings[kind].means }),
  ]),
) as Readonly<Record<TieName, z.ZodArray<typeof tie>>>

const told = {
  events: myEvents,
  moreEvents: z.boolean().meta({ description: 'There are older events than those told' }),
}

/** One user of mine there, with all that hangs on it. */
const oneUser = { user: myUser, ...ties, ...ofMyUser, ...ofMyself, ...told }

/** The copy that a person gets. */
export const myData = z
  .object({
    copiedAt: moment,
    organization: z.string().meta({ description: 'What the organization is called' }),
    ...oneUser,
    earlier: z.array(z.object(oneUser)).meta({
      description: 'Older users of mine there whose data is still kept, each with the same',
    }),
  })
  .meta({ id: 'MyData', description: 'Everything stored about me in one organization' })

/** What an administrator's export holds: the user there, and nothing of the person elsewhere. */
export const exportedData = z
  .object({
    copiedAt: moment,
    organization: z.string(),
    user: myUser.omit({ personId: true }),
    ...ties,
    ...ofMyUser,
    ...told,
  })
  .meta({ id: 'ExportedData', description: 'Everything stored about one user' })

export type MyData = z.infer<typeof myData>
export type ExportedData = z.infer<typeof exportedData>

/** Lists of the copy by name: what hangs on the user, and what on the person. */
export const userSections = Object.keys(ofMyUser) as readonly (keyof typeof ofMyUser)[]
export const personSections = Object.keys(ofMyself) as readonly (keyof typeof ofMyself)[]
export const tieSections = Object.keys(ties) as readonly TieName[]
export type SectionName = keyof typeof ofMyUser | keyof typeof ofMyself
export type ListName = SectionName | TieName | 'events'

/** A row of a section. */
export type RowOf<Name extends SectionName> = MyData[Name][number]

type Described = { readonly name: string; readonly means: string; readonly properties: string[] }

const propertiesOf = (of: z.ZodType): string[] => {
  if (of instanceof z.ZodArray) return propertiesOf(of.element as z.ZodType)
  return of instanceof z.ZodObject ? Object.keys(of.shape) : []
}

/** Each part of the copy with what it is and its properties, for the documents. */
export const describedData = (): Described[] =>
  Object.entries(myData.shape).map(([name, of]) => ({
    name,
    means: of.meta()?.description ?? '',
    properties: name === 'earlier' ? [] : propertiesOf(of),
  }))
