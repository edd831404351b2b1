/** Inviting many: the file that says whom, the run through it, and the file of what came of it. */
import { useState } from 'react'
import type { GuestList, GuestRow, ListFault } from '../../../src/client/files.ts'
import type { GraphClient } from '../../../src/client/graph.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { files, saveCsv } from '../many/csv-file.ts'
import { useRun } from '../many/use-run.ts'
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

/** Hands the reader a file of the results, one a row. */
export const downloadResults = (results: readonly InviteResult[]): Promise<void> =>
  saveCsv(
    'invitations.csv',
    ['email', 'outcome', 'link', 'reason'],
    results.map(({ email, outcome, link, reason }) => [email, outcome, link, reason]),
  )

type ReadList = GuestList | ListFault | undefined

const wrongWith = ({ many, invitation }: Words, list: ReadList): string | undefined => {
  if (list === undefined) return undefined
  if ('fault' in list)
    return list.fault === 'noEmail'
      ? invitation.fileNoEmail(list.found)
      : many.fileFaults[list.fault](list.line)
  return list.rows.length === 0 ? many.fileEmpty : undefined
}

const none: readonly GuestRow[] = []

/** The file that was chosen: its rows, what is wrong with it, and which columns are not taken. */
export const useGuestFile = () => {
  const words = useWords()
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
    notTaken: columns.length === 0 ? undefined : words.invitation.notTaken(speech.list(columns)),
  }
}

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
  words: Words['invitation'],
): Promise<InviteResult> => {
  const failed = { email: row.email, outcome: 'failed', link: '' } as const
  if (row.problem !== undefined) return { ...failed, reason: words.rowProblem(row.problem) }
  try {
    const made = await graph.invitations.create(invitationOf(row, send))
    return { email: row.email, outcome: 'invited', link: made.inviteRedeemUrl, reason: '' }
  } catch (error) {
    return { ...failed, reason: error instanceof Error ? error.message : String(error), error }
  }
}

/** Invites the people of `rows`; `send` where a row does not say whether by mail. */
export const useInviteRun = (rows: readonly GuestRow[], send: boolean) => {
  const { graph } = useAdmin()
  const words = useWords().invitation
  const run = useRun<GuestRow, InviteResult>({ slice: 1, lanes })
  const start = () =>
    run.start(rows, (batch) => Promise.all(batch.map((row) => inviteOne(graph, row, send, words))))
  return { ...run, start }
}
