/** What the registration of an application asks for, and whether it was given. */
import { Badge, makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Application } from '../../../../src/client/graph.ts'
import { quoted } from '../../../../src/client/graph-calls.ts'
import { Problem } from '../../../../src/client/problem.ts'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemBar } from '../../../ui/problem.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { Question } from '../../kit/question.tsx'
import { actionsColumn, column, textColumn, type Column } from '../../table/columns.tsx'
import { wholeList } from '../../table/paged-list.tsx'
import { PagedTable } from '../../table/paged-table.tsx'
import { useWords, type Words } from '../../words.tsx'
import { giveForPeople } from './give.ts'
import {
  PermissionButton,
  PermissionName,
  PermissionPlace,
  type OneProps,
} from './permission-cells.tsx'
import { namedAt, nameOfResource, useResource } from './resource.ts'

const useStyles = makeStyles({ hint: { margin: '0' } })

// As many as are answered at once: of each resource one grant for everybody.
const most = 500

/** What it has of it: ids of app roles, and scopes for everybody, each with where it is. */
const useGiven = ({ id }: Application): ReadonlySet<string> => {
  const { graph, organizationId } = useAdmin()
  const { data } = useQuery({
    queryKey: [organizationId, 'application', id, 'given'],
    queryFn: async () => {
      const filter = `clientId eq ${quoted(id)} and consentType eq 'AllPrincipals'`
      const [roles, grants] = await Promise.all([
        graph.permissions.ofItself(id, { top: most }),
        graph.permissions.grants({ filter, top: most }),
      ])
      return new Set([
        ...roles.value.map(({ resourceId, appRoleId }) => `${resourceId} ${appRoleId}`),
        ...grants.value.flatMap(({ resourceId, scope }) =>
          scope.split(' ').map((one) => `${resourceId} ${one}`),
        ),
      ])
    },
  })
  return data ?? new Set()
}

type Row = OneProps & { readonly at: { readonly appId: string } }

const useIsGiven = ({ at, kind, which }: OneProps, given: ReadonlySet<string>): boolean => {
  const words = useWords()
  const resource = useResource(at)
  if (resource === undefined) return false
  const { code } = namedAt(words, resource, kind, which)
  return given.has(`${resource.id} ${kind === 'Scope' ? (code ?? which) : which}`)
}

type CellProps = { readonly row: Row; readonly given: ReadonlySet<string> }

const State = ({ row, given }: CellProps) => {
  const text = useWords().permission
  return useIsGiven(row, given) ? (
    <Badge appearance="tint" color="success">
      {text.isGiven}
    </Badge>
  ) : (
    text.notGiven
  )
}

const GiveButton = ({ row, given, onGive }: CellProps & { readonly onGive: () => void }) => {
  const words = useWords()
  const text = words.permission
  if (useIsGiven(row, given)) return words.none
  return (
    <PermissionButton
      {...row}
      icon={<AddRegular />}
      label={text.give}
      labelNamed={(name) => text.giveNamed(name, text.kinds[row.kind])}
      onPress={onGive}
    />
  )
}

const columnsOf = (
  words: Words,
  given: ReadonlySet<string>,
  onGive: (row: Row) => void,
): readonly Column<Row>[] => [
  column('permission', words.permission.permission, (row) => <PermissionName {...row} />, {
    share: 3,
  }),
  column('at', words.permission.at, ({ at }) => <PermissionPlace at={at} />, { share: 2 }),
  textColumn('kind', words.permission.kind, ({ kind }) => words.permission.kinds[kind]),
  column('state', words.permission.state, (row) => <State row={row} given={given} />),
  actionsColumn(words, (row) => <GiveButton row={row} given={given} onGive={() => onGive(row)} />),
]

type GivingProps = {
  readonly application: Application
  readonly row: Row
  readonly onClose: () => void
}

const GiveQuestion = ({ application, row: { at, kind, which }, onClose }: GivingProps) => {
  const words = useWords()
  const text = words.permission
  const { graph } = useAdmin()
  const resource = useResource(at)
  if (resource === undefined) return null
  const { name, code = which } = namedAt(words, resource, kind, which)
  const said = kind === 'Scope' ? text.giveScopeText : text.giveRoleText
  const [clientId, resourceId] = [application.id, resource.id]
  return (
    <Question
      danger={false}
      asked={{
        title: text.giveTitle(name),
        text: said(application.displayName, nameOfResource(words, resource)),
        label: text.give,
        said: text.given(name),
        run: () =>
          kind === 'Scope'
            ? giveForPeople(graph, { clientId, resourceId, principalId: null, scope: code })
            : graph.permissions.give({ principalId: clientId, resourceId, appRoleId: which }),
      }}
      onClose={onClose}
    />
  )
}

type AskedProps = { readonly application: Application; readonly rows: readonly Row[] }

const Asked = ({ application, rows }: AskedProps) => {
  const words = useWords()
  const text = words.permission
  const given = useGiven(application)
  const [giving, setGiving] = useState<Row>()
  const columns = useMemo(() => columnsOf(words, given, setGiving), [words, given])
  return (
    <>
      <PagedTable
        label={text.asked}
        list={wholeList(rows)}
        columns={columns}
        keyOf={({ at, kind, which }) => `${at.appId} ${kind} ${which}`}
        empty={<EmptyState title={text.askedNone} hint={text.askedNoneHint} />}
      />
      {giving !== undefined && (
        <GiveQuestion application={application} row={giving} onClose={() => setGiving(undefined)} />
      )}
    </>
  )
}

export const AskedPermissions = ({ application }: { readonly application: Application }) => {
  const text = useWords().permission
  const styles = useStyles()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'application', application.id, 'asked'],
    queryFn: () => graph.permissions.asked(application.appId),
  })
  const rows = (data?.requiredResourceAccess ?? []).flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAccess.map(({ id, type }): Row => ({
      at: { appId: resourceAppId },
      kind: type,
      which: id,
    })),
  )
  // The registration of an application of another organization stands there.
  const isElsewhere = error instanceof Problem && error.status === 404
  return (
    <Card title={text.asked}>
      <p className={styles.hint}>{isElsewhere ? text.askedElsewhere : text.askedHint}</p>
      {data === undefined && error === null && <Loading />}
      {!isElsewhere && <ProblemBar error={error} />}
      {data !== undefined && <Asked application={application} rows={rows} />}
    </Card>
  )
}
