/** What was asked for, who asked and when: what each list of it shows. */
import { Badge } from '@fluentui/react-components'
import type { PurgeRequest } from '../../../src/client/graph.ts'
import { column, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import type { Words } from '../words.tsx'
import { whatOf } from './purge-answers.tsx'

export const askedColumns = (words: Words): readonly Column<PurgeRequest>[] => [
  column(
    'what',
    words.protection.whatIs,
    (request) => (
      <>
        <Badge appearance="tint" color="informative">
          {words.protection.kinds[request.kind]}
        </Badge>{' '}
        {whatOf(words, request)}
      </>
    ),
    { share: 2 },
  ),
  textColumn(
    'askedBy',
    words.protection.askedBy,
    ({ askedByDisplayName }) => askedByDisplayName ?? words.protection.somebodyGone,
  ),
  timeColumn('askedAt', words.protection.askedAt, (one) => one.askedDateTime, { time: true }),
]
