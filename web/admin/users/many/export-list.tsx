/** The users that the list shows, all pages of them, as a file of its columns. */
import { Button, Spinner } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useMutation } from '@tanstack/react-query'
import type { ListedUser, ListQuery } from '../../../../src/client/graph.ts'
import { listedTexts } from '../../../../src/client/selections.ts'
import { ProblemBar } from '../../../ui/problem.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { saveCsv } from '../../many/csv-file.ts'
import { useWords } from '../../words.tsx'
import { everyUser } from './every-user.ts'

/** What stands in the file, by the columns of the list. */
const texts: Readonly<Record<string, (user: ListedUser) => string | null | undefined>> = {
  userPrincipalName: (user) => user.userPrincipalName,
  userType: (user) => user.userType,
  state: ({ accountEnabled, externalUserState }) =>
    accountEnabled ? (externalUserState ?? 'Enabled') : 'Disabled',
  ...Object.fromEntries(listedTexts.map((name) => [name, (user: ListedUser) => user[name]])),
  createdDateTime: (user) => user.createdDateTime,
  'signInActivity/lastSignInDateTime': ({ signInActivity }) => signInActivity?.lastSignInDateTime,
  homeDomain: (user) => user['guesthouse.homeDomain'],
  invitedBy: (user) => user['guesthouse.invitedBy']?.displayName,
  sponsors: (user) => user['guesthouse.sponsors']?.map(({ displayName }) => displayName).join('; '),
}

type Props = { readonly query: ListQuery; readonly columns: readonly string[] }

export const ExportList = ({ query, columns }: Props) => {
  const words = useWords().log
  const { graph } = useAdmin()
  const exporting = useMutation({
    mutationFn: async () => {
      const shown = columns.filter((name) => Object.hasOwn(texts, name))
      const lines = (await everyUser(graph, query)).map((user) => [
        user.id,
        user.displayName,
        ...shown.map((name) => texts[name]?.(user) ?? ''),
      ])
      await saveCsv('users.csv', ['id', 'displayName', ...shown], lines)
    },
  })
  return (
    <>
      <Button
        icon={exporting.isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
        disabledFocusable={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {exporting.isPending ? words.exporting : words.exportCsv}
      </Button>
      <ProblemBar error={exporting.error} />
    </>
  )
}
