/** Links as a round tells them: annotations of whose they are (contract §4). */
import type { LinkEnd } from '../../directory/changes/links.sql.ts'

type Annotation = Readonly<Record<string, readonly object[]>>

const written = ({ otherKind, otherId }: LinkEnd, isThere: boolean): object => ({
  '@odata.type': `#microsoft.graph.${otherKind}`,
  id: otherId,
  ...(isThere ? {} : { '@removed': { reason: 'deleted' } }),
})

/** The links of one object, each list under its name. */
export const annotationsOf = (
  links: readonly LinkEnd[],
  isThere: (link: LinkEnd) => boolean = () => true,
): Annotation =>
  Object.fromEntries(
    [...Map.groupBy(links, ({ link }) => link)].map(([name, all]) => [
      `${name}@delta`,
      all.map((one) => written(one, isThere(one))),
    ]),
  )
