/** What was found, each leading to its page. */
import { receiptPath } from '../../../src/client/page-address.ts'
import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Finding } from '../../../src/client/graph-types.ts'
import { activityIn } from '../audit/audit-words.ts'
import { RouteLink } from '../kit/route-link.tsx'
import { bareList } from '../../ui/bare-list.ts'
import { When } from '../../ui/when.tsx'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  list: { ...bareList, gap: '12px' },
  one: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  kind: { color: tokens.colorNeutralForeground2 },
})

type Known = Readonly<Partial<Record<string, string>>>

/** Where the page of each kind is; those of users, groups and applications have one for each. */
const pageOf = ({ kind, id }: Finding): string => {
  const pages: Readonly<Record<Finding['kind'], string>> = {
    receipt: '',
    request: `requests?requestId=${id}`,
    user: `users/${id}`,
    // Whoever is deleted has the page that they had.
    deletedUser: `users/${id}`,
    group: `groups/${id}`,
    application: `applications/${id}`,
    auditEntry: `audit?entryId=${id}`,
  }
  return pages[kind]
}

const titleOf = (words: Words, { kind, id, displayName, detail }: Finding): string => {
  if (displayName !== null) return displayName
  const code = detail ?? ''
  if (kind === 'receipt') return (words.find.receipt as Known)[code] ?? id
  if (kind === 'request') return (words.find.request as Known)[code] ?? id
  return kind === 'auditEntry' ? activityIn(words, code) : id
}

type Props = {
  readonly organizationId: string
  readonly found: readonly Finding[]
}

const Found = ({
  organizationId,
  one,
}: {
  readonly organizationId: string
  readonly one: Finding
}) => {
  const words = useWords()
  const styles = useStyles()
  const title = titleOf(words, one)
  return (
    <li className={styles.one}>
      {one.kind === 'receipt' ? (
        <Link href={receiptPath(one.id)}>{title}</Link>
      ) : (
        <RouteLink to={`/${organizationId}/${pageOf(one)}`}>{title}</RouteLink>
      )}
      <Caption1 className={styles.kind}>
        {words.find.kind[one.kind]}
        {one.displayName !== null && one.detail !== null ? ` · ${one.detail}` : ''}
        {one.at === null ? null : (
          <>
            {' · '}
            <When at={one.at} />
          </>
        )}
      </Caption1>
    </li>
  )
}

export const FoundList = ({ organizationId, found }: Props) => (
  <ul className={useStyles().list}>
    {found.map((one) => (
      <Found key={`${one.kind} ${one.id}`} organizationId={organizationId} one={one} />
    ))}
  </ul>
)
