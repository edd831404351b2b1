/** guesthouse verify-receipt: whether a file is a receipt of ours, without asking anybody. */
import type { Command } from 'commander'
import type { JWK } from 'jose'
import { z } from 'zod'
import { readReceiptKeys } from '../../receipts/keys.ts'
import { verifyReceipt, type Forgery } from '../../receipts/verify.ts'
import { refused } from '../failure.ts'
import { readGiven } from '../given-file.ts'
import { print, withStore, type Session } from '../session.ts'
import { genuineWords } from './receipt-words.ts'

const forgeries: Readonly<Record<Forgery, string>> = {
  noReceipt: 'It is no signed receipt of a Guesthouse.',
  unsigned: 'It says itself that nobody has signed it, so anybody may have written it.',
  otherAlgorithm: 'It is signed in a way in which no receipt is.',
  unknownKey:
    'It names a key that is not among the given ones. Take the keys from /receipts/keys of the server that it says it is from.',
  changed: 'It was changed after it was signed, or signed by somebody else.',
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

const keysIn = async (file: string): Promise<JWK[]> => {
  const text = (await readGiven(file, 'Name the keys: --keys <file>.')).toString('utf8')
  const refusal = refused(
    `${file} holds no keys. Take them from /receipts/keys of the server that the receipt is from.`,
  )
  try {
    const parsed = keySet.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data.keys as JWK[]
  } catch {
    throw refusal
  }
  throw refusal
}

const keysOfStore = (session: Session): Promise<JWK[]> =>
  withStore(session, async ({ db }) => (await readReceiptKeys(db)).keys)

export const addVerifyReceipt = (program: Command, session: Session): void => {
  program
    .command('verify-receipt')
    .description('Whether a file is a genuine receipt of an ending or an erasure. Asks nobody.')
    .argument('<file>', 'the signed receipt, as it was downloaded')
    .option(
      '--keys <file>',
      'the published keys, from /receipts/keys; those of this store when left out',
    )
    .option('--json', 'print what the receipt says as JSON')
    .action(async (file: string, { keys, json }: { keys?: string; json?: boolean }) => {
      const receipt = await readGiven(file, 'Name the receipt: guesthouse verify-receipt <file>.')
      const known = keys === undefined ? await keysOfStore(session) : await keysIn(keys)
      const verified = await verifyReceipt(receipt.toString('utf8'), known)
      if (!verified.genuine)
        throw refused(`${file} does not count as a receipt. ${forgeries[verified.why]}`)
      print(session, json, verified.claims, genuineWords(verified.claims, verified.kid))
    })
}
