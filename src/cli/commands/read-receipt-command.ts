/**
 * guesthouse receipt: what the store knows of a receipt, and the way from it to the journal of
 * erasures outside the store and back.
 */
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readSealKey } from '../../store/seal-key.ts'
import { isUuid } from '../../kernel/ids.ts'
import { findInJournal } from '../../privacy/journal.ts'
import { readNamed } from '../../receipts/find.sql.ts'
import type { Receipt } from '../../receipts/receipt.ts'
import { claimsOf, signReceipt } from '../../receipts/sign.ts'
import { receiptClaimsIn, type ReceiptSaid } from '../../receipts/verify.ts'
import { refused, wrongUsage } from '../failure.ts'
import { checkKey } from '../key-check.ts'
import { print, withStore, type Session } from '../session.ts'
import { journalOf } from './erasures-commands.ts'
import { aboutOne } from './receipt-words.ts'

type Known = { readonly receipt: Receipt; readonly said: ReceiptSaid; readonly journaled: boolean }

const saidOf = (receipt: Receipt, publicUrl: string, now: Date): ReceiptSaid => {
  const claims = receiptClaimsIn(claimsOf(receipt, publicUrl, now))
  if (claims === undefined || 'receipts' in claims)
    throw new Error(`The receipt ${receipt.reference} says what no receipt may.`)
  return claims
}

// What of the mail no signed file says.
const triesOf = ({ mailTries }: Receipt): string[] =>
  mailTries === null ? [] : [`Tries to hand the mail over: ${mailTries}.`]

const wordsOf = ({ receipt, said, journaled }: Known, journal: string, now: Date): string =>
  [
    ...aboutOne(said, `As of ${now.toISOString()}`),
    ...triesOf(receipt),
    ...(said.state !== 'erased'
      ? []
      : [
          journaled
            ? `The erasure stands in the journal ${journal}, under the account ${said.sub}.`
            : `The erasure does not stand in the journal ${journal}. "guesthouse erasures export" writes down what is missing.`,
        ]),
  ].join('\n')

const sign = async (session: Session, receipt: Receipt, file: string): Promise<void> =>
  withStore(session, async ({ db, config, clock }) => {
    const sealKey = readSealKey(config)
    await checkKey(db, sealKey)
    const jws = await signReceipt({ db, sealKey, publicUrl: config.publicUrl }, receipt, clock())
    await writeFile(file, `${jws}\n`, { mode: 0o600 })
  })

const readKnown = (session: Session, id: string) =>
  withStore(session, async ({ db, config, clock }) => {
    const now = clock()
    const found = await readNamed(db, id)
    const journal = journalOf(config)
    const written = await findInJournal(
      journal,
      found.map(({ userId }) => userId),
    )
    const known: Known[] = found.map((receipt) => ({
      receipt,
      said: saidOf(receipt, config.publicUrl, now),
      journaled: written.has(receipt.userId),
    }))
    return { known, journal, now }
  })

export const addReceipt = (program: Command, session: Session): void => {
  program
    .command('receipt')
    .description('What is known of a receipt: by its reference, or all of an account by its id.')
    .argument(
      '<id>',
      'the reference, or the id of the account, as the journal of erasures has them',
    )
    .option('--signed <file>', 'also write the signed receipt to a file')
    .option('--json', 'print as JSON')
    .action(async (id: string, { signed, json }: { signed?: string; json?: boolean }) => {
      if (!isUuid(id)) throw wrongUsage(`${id} is no reference and no id.`)
      const { known, journal, now } = await readKnown(session, id)
      const [first] = known
      if (first === undefined)
        throw refused(`No receipt has the reference ${id}, or is of such an account.`)
      if (signed !== undefined) {
        if (known.length > 1)
          throw refused(`${id} names ${known.length} receipts. Name one by its own reference.`)
        await sign(session, first.receipt, signed)
      }
      print(
        session,
        json,
        {
          receipts: known.map(({ receipt, said, journaled }) => ({
            ...said,
            mail: receipt.mailState,
            journaled,
          })),
        },
        known.map((one) => wordsOf(one, journal, now)).join('\n\n'),
      )
    })
}
