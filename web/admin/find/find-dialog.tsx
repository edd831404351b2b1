/** The search itself: a box, and what is found, by kind. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GraphClient } from '../../../src/client/graph.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { useWords } from '../words.tsx'
import { FoundList } from './found-list.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', minBlockSize: '220px' },
  box: { maxInlineSize: '100%', inlineSize: '100%' },
  status: { margin: 0 },
})

type Props = {
  readonly organizationId: string
  readonly graph: GraphClient
  /** Whether the key alone opens the search. */
  readonly byKey: boolean
  readonly onByKey: (on: boolean) => void
  readonly onClose: () => void
}

const Results = ({
  organizationId,
  graph,
  text,
}: Pick<Props, 'organizationId' | 'graph'> & { readonly text: string }) => {
  const words = useWords()
  const styles = useStyles()
  const { data, error, isFetching } = useQuery({
    queryKey: [organizationId, 'find', text],
    queryFn: () => graph.find(text),
    enabled: text !== '',
  })
  const found = data?.value ?? []
  const said =
    text === ''
      ? words.find.hint
      : isFetching
        ? words.find.looking
        : found.length === 0
          ? words.find.nothing
          : words.find.found(found.length)
  return (
    <>
      {error === null ? (
        <output className={styles.status}>{said}</output>
      ) : (
        <ProblemBar error={error} />
      )}
      <FoundList organizationId={organizationId} found={found} />
    </>
  )
}

export const FindDialog = ({ organizationId, graph, byKey, onByKey, onClose }: Props) => {
  const words = useWords()
  const styles = useStyles()
  const [text, setText] = useState('')
  const settled = useDebounced(text.trim())
  return (
    <Dialog
      open
      onOpenChange={(_, data) => {
        if (!data.open) onClose()
      }}
    >
      <DialogFrame>
        <DialogBody>
          <DialogTitle>{words.find.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchInput
              className={styles.box}
              label={words.find.box}
              value={text}
              onChange={setText}
            />
            <Results organizationId={organizationId} graph={graph} text={settled} />
          </DialogContent>
          <DialogActions>
            <Checkbox
              label={words.find.byKey}
              checked={byKey}
              onChange={(_, data) => onByKey(data.checked === true)}
            />
            <Button onClick={onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogFrame>
    </Dialog>
  )
}
