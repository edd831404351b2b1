/** Below a table: how much of it is shown, and more. */
import { Button, Link, Spinner } from '@fluentui/react-components'
import { ProblemBar } from '../../ui/problem.tsx'
import type { Paged } from './paged-list.tsx'
import { useTableStyles } from './table-styles.ts'
import { useWords } from '../words.tsx'

type Props = {
  readonly list: Paged<unknown>
  readonly shown: number
  readonly onCount: (() => void) | undefined
}

export const TableFooter = ({ list, shown, onCount }: Props) => {
  const words = useWords()
  const styles = useTableStyles()
  const counted = list.count === undefined ? words.shown(shown) : words.shownOf(shown, list.count)
  return (
    <>
      <div className={styles.footer}>
        {list.hasMore && (
          <Button
            onClick={list.loadMore}
            disabledFocusable={list.loadingMore}
            {...(list.loadingMore ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {words.loadMore}
          </Button>
        )}
        <output className={styles.shown}>{counted}</output>
        {list.hasMore && list.count === undefined && onCount !== undefined && (
          <Link as="button" onClick={onCount}>
            {words.countAll}
          </Link>
        )}
      </div>
      {list.error !== null && <ProblemBar error={list.error} />}
    </>
  )
}
