/** The invitations of the organization, and the ways to make more. */
import { managingInvitations } from '../../../src/wire/actions.ts'
import { Badge, Caption1, makeStyles } from '@fluentui/react-components'
import { AddRegular, ArrowUploadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ListedInvitation } from '../../../src/client/graph.ts'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { BulkInviteDialog } from './bulk-invite-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { ForThoseWhoMay, MayButton, ReasonedButton } from '../kit/may.tsx'
import {
  actionsColumn,
  column,
  linkColumn,
  textColumn,
  timeColumn,
  useColumns,
  type Column,
} from '../table/columns.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { ClearFilters, ListFilter } from '../table/list-filter.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useAsked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { Question } from '../kit/question.tsx'
import { useChange } from '../kit/use-change.ts'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  line: { display: 'block', marginBlockStart: '4px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type State = ListedInvitation['state']
const states: readonly State[] = ['pending', 'accepted', 'revoked', 'expired']
const colors = {
  pending: 'warning',
  accepted: 'success',
  revoked: 'informative',
  expired: 'informative',
} as const

const Actions = ({ invitation }: { readonly invitation: ListedInvitation }) => {
  const { invitation: words, none } = useWords()
  const styles = useStyles()
  const { graph } = useAdmin()
  const resend = useChange(() => graph.invitations.resend(invitation.id), { said: words.resent })
  if (invitation.state === 'accepted') return none
  return (
    <div className={styles.actions}>
      <MayButton action={managingInvitations} size="small" onClick={() => resend.mutate(undefined)}>
        {words.resend}
      </MayButton>
      {invitation.state === 'pending' && (
        <DialogButton
          action={managingInvitations}
          size="small"
          renderDialog={(close) => (
            <Question
              asked={{
                title: words.revokeTitle(invitation.invitedUserEmailAddress),
                text: words.revokeText,
                label: words.revoke,
                run: () => graph.invitations.revoke(invitation.id),
                said: words.revoked,
              }}
              onClose={close}
            />
          )}
        >
          {words.revoke}
        </DialogButton>
      )}
      <ProblemBar error={resend.error} />
    </div>
  )
}

/** What became of the mail, where somebody has to know. */
const MailState = ({ state }: { readonly state: ListedInvitation['mailState'] }) => {
  const words = useWords()
  const styles = useStyles()
  if (state === null || state === 'taken') return null
  return <Caption1 className={styles.line}>{words.invitation.mailStates[state]}</Caption1>
}

const columnsOf = (words: Words): readonly Column<ListedInvitation>[] => [
  linkColumn('guest', words.name, ({ invitedUser: { id, displayName } }) => ({
    kind: 'user',
    id,
    name: displayName,
  })),
  textColumn('address', words.invitation.address, (one) => one.invitedUserEmailAddress, {
    share: 2,
  }),
  column(
    'state',
    words.invitation.stateFilter,
    ({ state, mailState }) => (
      <>
        <Badge appearance="tint" color={colors[state]}>
          {words.invitation.states[state]}
        </Badge>
        {state === 'pending' && <MailState state={mailState} />}
      </>
    ),
    { share: 2 },
  ),
  textColumn('by', words.invitation.invitedBy, ({ invitedBy }) => invitedBy),
  timeColumn('on', words.invitation.invitedOn, ({ createdDateTime }) => createdDateTime),
  timeColumn('ends', words.invitation.expires, ({ expirationDateTime }) => expirationDateTime),
  actionsColumn(words, (invitation) => <Actions invitation={invitation} />, { share: 2 }),
]

const Invitations = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const asked = useAsked('invitations')
  const state = states.find((one) => one === asked.value('state'))
  const table = useSearchedList(
    asked,
    ['invitations'],
    graph.invitations.list,
    state === undefined ? {} : { filter: `state eq '${state}'` },
  )
  const columns = useColumns(columnsOf)
  return (
    <>
      <Bar label={words.invitation.tools}>
        <ListFilter
          asked={asked}
          name="state"
          label={words.invitation.stateFilter}
          any={words.invitation.anyState}
          options={words.invitation.states}
        />
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
        <ClearFilters asked={asked} />
      </Bar>
      <PagedTable
        {...table}
        label={words.invitation.title}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          <EmptyList
            narrowed={asked.narrowed}
            title={words.invitation.empty}
            hint={words.invitation.emptyHint}
          />
        }
      />
    </>
  )
}

export const InvitationsPage = () => {
  const words = useWords()
  const blocked = useAdmin().capabilities.mayInvite ? undefined : words.invitation.mayNotInvite
  const [inviting, setInviting] = useState<'one' | 'many'>()
  const close = () => setInviting(undefined)
  return (
    <AdminPage
      title={words.invitation.title}
      intro={words.invitation.intro}
      actions={
        <>
          <ReasonedButton
            appearance="primary"
            icon={<AddRegular />}
            blocked={blocked}
            onClick={() => setInviting('one')}
          >
            {words.invitation.invite}
          </ReasonedButton>
          <ReasonedButton
            icon={<ArrowUploadRegular />}
            blocked={blocked}
            onClick={() => setInviting('many')}
          >
            {words.invitation.inviteMany}
          </ReasonedButton>
        </>
      }
    >
      <ForThoseWhoMay action="users.inspect" title={words.invitation.list}>
        <Invitations />
      </ForThoseWhoMay>
      {inviting === 'one' && <InviteDialog onClose={close} />}
      {inviting === 'many' && <BulkInviteDialog onClose={close} />}
    </AdminPage>
  )
}
