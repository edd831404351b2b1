/**
 * Inviting from a CSV file: how far it is, and a file of results with the reason for each row that
 * failed.
 */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
  Switch,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ChangeEvent } from 'react'
import type { GuestList, GuestRow, ListFault } from '../../../src/client/files.ts'
import { ProblemBar } from '../../ui/problem.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'
import { ScrollingContent } from '../../ui/scrolling-content.tsx'

type Result = {
  readonly email: string
  readonly outcome: string
  readonly link: string
  readonly reason: string
}

/** So many requests at a time: enough to be quick, few enough to leave the others their turn. */
const lanes = 4

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

// A download of its own: most who come here bring no file.
const files = () => import('../../../src/client/files.ts')

const download = async (results: readonly Result[]): Promise<void> => {
  const { writeCsv } = await files()
  const lines = results.map(({ email, outcome, link, reason }) => [email, outcome, link, reason])
  const url = URL.createObjectURL(
    new Blob(
      [`\uFEFF${writeCsv([['email', 'outcome', 'link', 'reason'], ...lines], { quoteAll: true })}`],
      { type: 'text/csv' },
    ),
  )
  const anchor = Object.assign(document.createElement('a'), {
    href: url,
    download: 'invitations.csv',
  })
  anchor.click()
  URL.revokeObjectURL(url)
}

const useRun = (rows: readonly GuestRow[], send: boolean) => {
  const { graph, organizationId } = useAdmin()
  const queries = useQueryClient()
  const [results, setResults] = useState<readonly Result[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const inviteOne = async ({
    email,
    displayName,
    message,
    redirectUrl,
    sendMail,
    problem,
  }: GuestRow): Promise<Result> => {
    if (problem !== undefined) return { email, outcome: 'failed', link: '', reason: problem }
    try {
      const made = await graph.invitations.create({
        invitedUserEmailAddress: email,
        inviteRedirectUrl: redirectUrl ?? `${location.origin}/`,
        sendInvitationMessage: sendMail ?? send,
        ...(displayName === undefined ? {} : { invitedUserDisplayName: displayName }),
        ...(message === undefined
          ? {}
          : { invitedUserMessageInfo: { customizedMessageBody: message } }),
      })
      return { email, outcome: 'invited', link: made.inviteRedeemUrl, reason: '' }
    } catch (error) {
      return {
        email,
        outcome: 'failed',
        link: '',
        reason: error instanceof Error ? error.message : String(error),
      }
    }
  }
  const start = async (): Promise<void> => {
    stopped.current = false
    setRunning(true)
    setResults([])
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < rows.length && !stopped.current) {
        const result = await inviteOne(rows[next++] as GuestRow)
        setResults((before) => [...before, result])
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    setRunning(false)
    await queries.invalidateQueries({ queryKey: [organizationId] })
  }
  const stop = () => {
    stopped.current = true
  }
  return { results, running, start, stop }
}

/** Mount it to open it. */
export const BulkInviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const speech = useSpeech()
  const styles = useStyles()
  const [list, setList] = useState<GuestList | ListFault>()
  const [send, setSend] = useState(true)
  const rows = list !== undefined && 'rows' in list ? list.rows : undefined
  const [notTaken, setNotTaken] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const { results, running, start, stop } = useRun(rows ?? [], send)
  const failed = results.filter(({ outcome }) => outcome === 'failed').length
  const wrong =
    list === undefined
      ? undefined
      : 'fault' in list
        ? words.invitation.fileFaults[list.fault](list.line, list.found)
        : list.rows.length === 0
          ? words.invitation.fileEmpty
          : undefined
  const finished = !running && results.length > 0
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0]
    setList(undefined)
    setNotTaken(undefined)
    if (file === undefined) return
    const { readGuestList } = await files()
    const read = readGuestList(new Uint8Array(await file.arrayBuffer()))
    setList(read)
    if (!('rows' in read)) return
    const columns = Object.entries(read.notTaken).map(
      ([name, count]) => `${name} (${speech.number(count)})`,
    )
    if (columns.length > 0) setNotTaken(words.invitation.notTaken(speech.list(columns)))
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && !running && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.invitation.fileTitle}</DialogTitle>
          <ScrollingContent className={styles.content}>
            <Field
              label={words.invitation.file}
              hint={words.invitation.fileHint}
              {...(wrong === undefined ? {} : { validationMessage: wrong })}
            >
              <input
                aria-label={words.invitation.file}
                type="file"
                accept=".csv,text/csv"
                disabled={running}
                onChange={(event) => void choose(event).catch(setFailure)}
              />
            </Field>
            <ProblemBar error={failure} />
            <Switch
              label={words.invitation.send}
              checked={send}
              disabled={running}
              onChange={(_, { checked }) => setSend(checked)}
            />
            {rows !== undefined && wrong === undefined && (
              <Text>{words.invitation.found(rows.length)}</Text>
            )}
            {notTaken !== undefined && <Text>{notTaken}</Text>}
            {(running || finished) && rows !== undefined && (
              <Field label={words.invitation.progress(results.length, rows.length)}>
                <ProgressBar value={results.length} max={rows.length} />
              </Field>
            )}
            {finished && (
              <output>{words.invitation.finished(results.length - failed, failed)}</output>
            )}
          </ScrollingContent>
          <DialogActions>
            {finished && (
              <Button appearance="primary" onClick={() => void download(results).catch(setFailure)}>
                {words.invitation.results}
              </Button>
            )}
            {running && <Button onClick={stop}>{words.invitation.stop}</Button>}
            {!running && !finished && (
              <Button
                appearance="primary"
                disabled={rows === undefined || wrong !== undefined}
                onClick={() => void start()}
              >
                {words.invitation.start}
              </Button>
            )}
            <Button disabled={running} onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
