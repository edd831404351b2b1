/** Inviting from a CSV file: how far it is, and a file of results with the reason for each row that failed. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
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
import { useAdmin } from './admin-context.tsx'
import { readCsv, writeCsv } from './csv.ts'
import { words } from './words.ts'

type Row = { readonly email: string; readonly displayname?: string; readonly message?: string }
type Result = { readonly email: string; readonly outcome: string; readonly link: string; readonly reason: string }

/** So many requests at a time: enough to be quick, few enough to leave the others their turn. */
const lanes = 4

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

const download = (results: readonly Result[]): void => {
  const lines = results.map(({ email, outcome, link, reason }) => [email, outcome, link, reason])
  const url = URL.createObjectURL(new Blob([writeCsv([['email', 'outcome', 'link', 'reason'], ...lines])], { type: 'text/csv' }))
  const anchor = Object.assign(document.createElement('a'), { href: url, download: 'invitations.csv' })
  anchor.click()
  URL.revokeObjectURL(url)
}

const useRun = (rows: readonly Row[], send: boolean) => {
  const { graph, organizationId } = useAdmin()
  const queries = useQueryClient()
  const [results, setResults] = useState<readonly Result[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const inviteOne = async ({ email, displayname = '', message = '' }: Row): Promise<Result> => {
    try {
      const made = await graph.invitations.create({
        invitedUserEmailAddress: email,
        inviteRedirectUrl: `${location.origin}/`,
        sendInvitationMessage: send,
        ...(displayname === '' ? {} : { invitedUserDisplayName: displayname }),
        ...(message === '' ? {} : { invitedUserMessageInfo: { customizedMessageBody: message } }),
      })
      return { email, outcome: 'invited', link: made.inviteRedeemUrl, reason: '' }
    } catch (error) {
      return { email, outcome: 'failed', link: '', reason: error instanceof Error ? error.message : String(error) }
    }
  }
  const start = async (): Promise<void> => {
    stopped.current = false
    setRunning(true)
    setResults([])
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < rows.length && !stopped.current) {
        const result = await inviteOne(rows[next++] as Row)
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
  const styles = useStyles()
  const [rows, setRows] = useState<readonly Row[]>()
  const [send, setSend] = useState(true)
  const { results, running, start, stop } = useRun(rows ?? [], send)
  const failed = results.filter(({ outcome }) => outcome === 'failed').length
  const wrong = rows !== undefined && (rows.length === 0 || rows[0]?.email === undefined)
  const finished = !running && results.length > 0
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0]
    setRows(file === undefined ? undefined : (readCsv(await file.text()) as Row[]))
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && !running && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.invitation.fileTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            <Field
              label={words.invitation.file}
              hint={words.invitation.fileHint}
              {...(wrong ? { validationMessage: words.invitation.fileWrong } : {})}
            >
              <input
                aria-label={words.invitation.file}
                type="file"
                accept=".csv,text/csv"
                disabled={running}
                onChange={(event) => void choose(event)}
              />
            </Field>
            <Switch label={words.invitation.send} checked={send} disabled={running} onChange={(_, { checked }) => setSend(checked)} />
            {rows !== undefined && !wrong && <Text>{words.invitation.found(rows.length)}</Text>}
            {(running || finished) && rows !== undefined && (
              <Field label={words.invitation.progress(results.length, rows.length)}>
                <ProgressBar value={results.length} max={rows.length} />
              </Field>
            )}
            {finished && <output>{words.invitation.finished(results.length - failed, failed)}</output>}
          </DialogContent>
          <DialogActions>
            {finished && (
              <Button appearance="primary" onClick={() => download(results)}>
                {words.invitation.results}
              </Button>
            )}
            {running && <Button onClick={stop}>{words.invitation.stop}</Button>}
            {!running && !finished && (
              <Button appearance="primary" disabled={rows === undefined || wrong} onClick={() => void start()}>
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
