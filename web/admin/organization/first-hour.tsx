/** What each organization should do in its first hour, until all of it is done or hidden. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Overview } from '../../../src/client/graph.ts'
import { bareList } from '../../ui/bare-list.ts'
import { Card } from '../../ui/card.tsx'
import { useAdmin } from '../admin-context.tsx'
import { RouteLink } from '../kit/route-link.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  list: { ...bareList, gap: '8px' },
  item: { display: 'flex', gap: '8px', alignItems: 'flex-start', minInlineSize: '0' },
  icon: { flexShrink: '0', fontSize: '20px', lineHeight: '1' },
  done: { color: tokens.colorPaletteGreenForeground1 },
})

/** The items in their order, and the page on which each can be done, where it is one of these. */
const items = [
  ['mail', undefined],
  ['backup', undefined],
  ['secondAdministrator', 'roles'],
  ['verifiedDomain', 'domains'],
  ['privacyContact', 'properties'],
  ['invitedGuest', 'invitations'],
] as const satisfies readonly (readonly [keyof Overview['firstHour'], string | undefined])[]

/** Hidden by who sees it, in this browser. */
const useHidden = (organizationId: string): readonly [boolean, () => void] => {
  const kept = `guesthouse.firstHour.${organizationId}`
  const [isHidden, setHidden] = useState(() => localStorage.getItem(kept) === 'hidden')
  return [
    isHidden,
    () => {
      localStorage.setItem(kept, 'hidden')
      setHidden(true)
    },
  ]
}

type ItemProps = {
  readonly name: (typeof items)[number][0]
  readonly page: string | undefined
  readonly isDone: boolean
}

const Item = ({ name, page, isDone }: ItemProps) => {
  const { firstHour } = useWords().log
  const styles = useStyles()
  const { organizationId } = useAdmin()
  const says = firstHour[name]
  return (
    <li className={styles.item}>
      {isDone ? (
        <CheckmarkCircleRegular
          className={mergeClasses(styles.icon, styles.done)}
          aria-label={firstHour.done}
        />
      ) : (
        <CircleRegular className={styles.icon} aria-label={firstHour.toDo} />
      )}
      {page === undefined || isDone ? (
        <span>{says}</span>
      ) : (
        <RouteLink to={`/${organizationId}/${page}`}>{says}</RouteLink>
      )}
    </li>
  )
}

/** The checklist, for who may do what stands in it. */
export const FirstHour = ({ done }: { readonly done: Overview['firstHour'] }) => {
  const { firstHour } = useWords().log
  const styles = useStyles()
  const { organizationId, capabilities } = useAdmin()
  const [isHidden, hide] = useHidden(organizationId)
  const isOver = items.every(([name]) => done[name])
  if (isHidden || isOver || capabilities.may['organization.write'] !== true) return null
  return (
    <Card
      title={firstHour.title}
      actions={
        <Button appearance="subtle" onClick={hide}>
          {firstHour.hide}
        </Button>
      }
    >
      <ul className={styles.list}>
        {items.map(([name, page]) => (
          <Item key={name} name={name} page={page} isDone={done[name]} />
        ))}
      </ul>
    </Card>
  )
}
