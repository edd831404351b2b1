/** The entry of codes by mail. */
import { sql } from 'kysely'
import { newId } from '../../src/kernel/ids.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { rows } from '../../src/store/database.ts'
import type { Browsing } from '../browser/browsing.ts'
import { back, type Way } from './way.ts'

const ask = (browser: Browsing, address: string) =>
  browser.submit(`/sign-in/code?${back}`, { address })
const send = (code: string) => (browser: Browsing) =>
  browser.submit(`/sign-in/code/check?${back}`, { code })
const otherThan = (code: string): string => String((Number(code) + 1) % 10 ** 8).padStart(8, '0')

export const emailCode: Way = {
  equip: async ({ w }, { personId }) => {
    const address = `mailbox-${newId()}@outside.example`
    await sql`insert into identities (issuer, subject, person_id, created_at)
      values (${emailIssuer}, ${address}, ${personId}, ${w.now()})`.execute(w.db)
    return async (browser) => {
      await ask(browser, address)
      const [mail] = await rows(
        w.db,
        sql<{
          code: string
        }>`select content->>'code' as code from mails where recipient = ${address}
          order by created_at desc, id desc limit 1`,
      )
      const code = (mail?.code ?? '').replace(' ', '')
      return { right: send(code), wrong: send(otherThan(code)) }
    }
  },
  level: '1',
  shown: ['otp'],
  once: true,
  ofBrowser: true,
  ofSession: true,
  guesses: { most: 5, passes: false },
  isSecond: false,
  ofPerson: true,
  withoutHome: true,
  deleted: /was deleted/,
  failure: undefined,
  asStranger: (_, browser, name) => ask(browser, name),
  kept: async ({ w }, { personId }) =>
    (
      await rows(
        w.db,
        sql`select 1 from identities where issuer = ${emailIssuer} and person_id = ${personId}`,
      )
    ).length,
}
