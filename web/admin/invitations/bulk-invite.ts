/** Inviting many: the file that says whom, the run through it, and the file of what came of it. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { GuestList, GuestRow, ListFault } from '../../../src/client/files.ts'
import type { GraphClient } from '../../../src/client/graph.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useWords, type Words } from '../words.tsx'

export type InviteResult = {
  readonly email: string
  readonly outcome: 'invited' | 'failed'
  readonly link: string
  readonly reason: string
  /** What was thrown, where that was why. */
  readonly error?: unknown
}

/** So many requests at a time: enough to be quick, few enough to leave the others their turn. */
const lanes = 4

// A download of its own: most who come here bring no file.
const files = () => import('../../../src/client/files.ts')

/** Hands the reader a file of the results, one a row. */
export const downloadResults = async (results: readonly InviteResult[]): Promise<void> => {
  const { writeCsv } = await files()
  const lines = results.map(({ email, outcome, link, reason }) => [email, outcome, link, reason])
  const csv = writeCsv([['email', 'outcome', 'link', 'reason'], ...lines], { quoteAll: true })
  saveFile(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }), 'invitations.csv')
}

type ReadList = GuestList | ListFault | undefined

const wrongWith = (words: Words['invitation'], list: ReadList): string | undefined => {
  if (list === undefined) return undefined
  if ('fault' in list) return words.fileFaults[list.fault](list.line, list.found)
  return list.rows.length === 0 ? words.fileEmpty : undefined
}

const none: readonly GuestRow[] = []

/** The file that was chosen: its rows, what is wrong with it, and which columns are not taken. */
export const useGuestFile = () => {
  const words = useWords().invitation
  const speech = useSpeech()
  const [list, setList] = useState<ReadList>()
  const choose = async (file: File | undefined): Promise<void> => {
    setList(undefined)
    if (file === undefined) return
    const { readGuestList } = await files()
    setList(readGuestList(new Uint8Array(await file.arrayBuffer())))
  }
  const read = list !== undefined && 'rows' in list ? list : undefined
  const columns = Object.entries(read?.notTaken ?? {}).map(
    ([name, count]) => `${name} (${speech.number(count)})`,
  )
  const wrong = wrongWith(words, list)
  return {
    choose,
    wrong,
    rows: read?.rows ?? none,
    isReady: read !== undefined && wrong === undefined,
    notTaken: columns.length === 0 ? undefined : words.notTaken(speech.list(columns)),
  }
}

export type GuestFile = ReturnType<typeof useGuestFile>

const invitationOf = (
  { email, displayName, message, redirectUrl, sendMail, endsAt }: GuestRow,
  send: boolean,
) => ({
  invitedUserEmailAddress: email,
  inviteRedirectUrl: redirectUrl ?? `${location.origin}/`,
  sendInvitationMessage: sendMail ?? send,
  ...(displayName === undefined ? {} : { invitedUserDisplayName: displayName }),
  ...(endsAt === undefined ? {} : { 'guesthouse.endDateTime': endsAt }),
  ...(message === undefined ? {} : { invitedUserMessageInfo: { customizedMessageBody: message } }),
})

const inviteOne = async (
  graph: GraphClient,
  row: GuestRow,
  send: boolean,
): Promise<InviteResult> => {
  const failed = { email: row.email, outcome: 'failed', link: '' } as const
  if (row.problem !== undefined) return { ...failed, reason: row.problem }
  try {
    const made = await graph.invitations.create(invitationOf(row, send))
    return { email: row.email, outcome: 'invited', link: made.inviteRedeemUrl, reason: '' }
  } catch (error) {
    return { ...failed, reason: error instanceof Error ? error.message : String(error), error }
  }
}

/** Invites the people of `rows`; `send` where a row does not say whether by mail. */
export const useInviteRun = (rows: readonly GuestRow[], send: boolean) => {
  const { graph, organizationId } = useAdmin()
  const queries = useQueryClient()
  const [results, setResults] = useState<readonly InviteResult[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const start = async (): Promise<void> => {
    stopped.current = false
    setRunning(true)
    setResults([])
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < rows.length && !stopped.current) {
        const result = await inviteOne(graph, rows[next++] as GuestRow, send)
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
  const finished = !running && results.length > 0
  return { results, running, finished, start, stop }
}

export type InviteRun = ReturnType<typeof useInviteRun>
