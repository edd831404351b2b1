/** My own sign-in log, at home and in my organizations. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountSignIn, SignInMethod } from '../../../src/wire/account-access.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { meQuery, signInsQuery } from '../queries.ts'
import { useWords, type Words } from '../words.tsx'
import { hintOf } from './hint-of.ts'

const useStyles = makeStyles({
  hint: { margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: {
    paddingBlock: '8px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    ':first-child': { borderBlockStartStyle: 'none' },
  },
  what: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** How many are shown before somebody asks for all. */
const fewest = 6

const what = (
  { kind, organization, other }: AccountSignIn,
  homeId: string | undefined,
  words: Words,
): string => {
  if (kind === 'failed') return words.account.signInFailed(organization.displayName)
  if (kind === 'signedOut') return words.account.signedOutAt(organization.displayName)
  if (other === null) return words.account.signedInAt(organization.displayName)
  return organization.id === homeId
    ? words.account.wentOnTo(other.displayName)
    : words.account.cameFrom(organization.displayName, other.displayName)
}

const said = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const why = ({ method, reason }: AccountSignIn, words: Words): string | undefined => {
  const methods: Readonly<Record<SignInMethod, string>> = words.account.signInMethods
  return reason === null ? said(methods, method ?? '') : said(words.account.signInReasons, reason)
}

export const SignIns = () => {
  const words = useWords()
  const styles = useStyles()
  const { data: me } = useQuery(meQuery)
  const { data, error } = useQuery(signInsQuery)
  const [all, setAll] = useState(false)
  const shown = all ? data : data?.slice(0, fewest)
  return (
    <Card title={words.account.signIns}>
      <p className={styles.hint}>
        {data?.length === 0
          ? words.account.noSignIns
          : words.account.signInsHint[hintOf(me?.signIn?.kind)]}
      </p>
      <ProblemBar error={error} />
      {data === undefined && error === null ? <Loading /> : null}
      <ul className={styles.list}>
        {shown?.map((one) => (
          <li key={one.id} className={styles.row}>
            <div className={styles.what}>{what(one, me?.homeOrganization?.id, words)}</div>
            <div className={styles.detail}>
              <When at={one.at} time />
              {why(one, words) === undefined ? null : ` · ${why(one, words)}`}
            </div>
          </li>
        ))}
      </ul>
      {data !== undefined && !all && data.length > fewest ? (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {words.account.moreSignIns}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
