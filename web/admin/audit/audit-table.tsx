/** Entries of the audit log, newest first. */
import { Badge } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AuditEntry } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { column, textColumn, timeColumn, useColumns, type Column } from '../table/columns.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { usePaged, type Paged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import type { Asked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { whyNotSent } from '../../../src/wire/mail-state.ts'
import { activityIn, detailOf, doerOf, mailStateIn, reasonIn } from './audit-words.ts'
import { useWords, type Words } from '../words.tsx'

export const Who = ({ by }: { readonly by: AuditEntry['initiatedBy'] }) => {
  const words = useWords()
  const doer = doerOf(by)
  if (doer !== undefined)
    return <ObjectLink kind={doer.kind} id={doer.id} name={doer.displayName} />
  return by.app?.displayName === 'Operator' ? words.log.operator : words.log.system
}

// What is nobody, a request for one, has no name to lose.
const Whom = ({
  target: { id, displayName, type },
}: {
  readonly target: AuditEntry['targetResources'][number]
}) => {
  const words = useWords()
  return type === 'Other' && displayName === null ? (
    words.log.somethingElse
  ) : (
    <ObjectLink kind={type} id={id} name={displayName} />
  )
}

/** Why the mail about an ending was not sent, where it was not. */
const MailNotSent = ({ of }: { readonly of: AuditEntry['additionalDetails'] }) => {
  const words = useWords()
  const state = detailOf({ additionalDetails: of }, 'guesthouse.mail')
  return state === undefined || !Object.hasOwn(whyNotSent, state) ? null : (
    <div>{words.toldMails.aboutEnding(mailStateIn(words, state))}</div>
  )
}

const columnsOf = (words: Words): readonly Column<AuditEntry>[] => [
  timeColumn('when', words.log.when, ({ activityDateTime }) => activityDateTime, { time: true }),
  textColumn('what', words.log.what, ({ activityDisplayName }) =>
    activityIn(words, activityDisplayName),
  ),
  column('who', words.log.who, ({ initiatedBy }) => <Who by={initiatedBy} />),
  column('whom', words.log.whom, ({ targetResources }) =>
    targetResources.length === 0
      ? words.none
      : targetResources.map((target) => (
          <Whom key={`${target.type} ${target.id}`} target={target} />
        )),
  ),
  column('result', words.log.result, ({ result, resultReason, additionalDetails }) => (
    <>
      <Badge appearance="tint" color={result === 'success' ? 'success' : 'danger'}>
        {result === 'success' ? words.log.success : words.log.failure}
      </Badge>
      {resultReason !== null && resultReason !== '' && <div>{reasonIn(words, resultReason)}</div>}
      <MailNotSent of={additionalDetails} />
    </>
  )),
]

type Props = { readonly filter: string; readonly empty: ReactNode }

/** With `asked` its depth and its columns stand in the address. */
export const AuditTable = ({ asked, ...props }: Props & { readonly asked?: Asked }) =>
  asked === undefined ? <PlainTable {...props} /> : <AskedTable asked={asked} {...props} />

const PlainTable = ({ filter, ...rest }: Props) => {
  const { graph } = useAdmin()
  return <Entries list={usePaged(['audit'], graph.audit.list, { filter })} {...rest} />
}

const AskedTable = ({ asked, filter, empty }: Props & { readonly asked: Asked }) => {
  const { graph } = useAdmin()
  const { list, visible } = useSearchedList(asked, ['audit'], graph.audit.list, { filter })
  const columns = useColumns(columnsOf)
  return (
    <>
      <div>
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
      </div>
      <Entries list={list} visible={visible} empty={empty} />
    </>
  )
}

const Entries = (props: {
  readonly list: Paged<AuditEntry>
  readonly visible?: readonly string[] | undefined
  readonly empty: ReactNode
}) => (
  <PagedTable
    {...props}
    label={useWords().auditLog}
    columns={useColumns(columnsOf)}
    keyOf={({ id }) => id}
  />
)
