/** What pages of the lists of administrators cost in a large organization. */
import { firstRow, type Database } from '../src/store/database.ts'
import { select } from '../src/store/columns.ts'
import type { Organization } from './large-world.ts'
import { asker, further, median, readingOf } from './pages.ts'
import { costOf, postmasterOf } from './processor.ts'
import { makeAdministrator } from './world.ts'

const times = 15
const mostMs = 50
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

const users = (query: Readonly<Record<string, string>>): string =>
  `/v1.0/users?${new URLSearchParams({ $top: '50', ...query })}`
const guests = (filter: string, more = {}): string =>
  users({ $filter: `userType eq 'Guest' and ${filter}`, ...more })
const queue = (query: Readonly<Record<string, string>> = {}): string =>
  `/v1.0/guesthouse.requests?${new URLSearchParams({ $top: '50', ...query })}`
const newest = { $orderby: 'createdDateTime desc' }

const questions = (host: string): Readonly<Record<string, string>> => ({
  users: users({}),
  'no sponsor': guests('sponsors/$count eq 0'),
  'no sponsor, newest first': guests('sponsors/$count eq 0', newest),
  'no sponsor, whoever': users({ $filter: 'sponsors/$count eq 0' }),
  'no sponsor, whoever, newest first': users({ $filter: 'sponsors/$count eq 0', ...newest }),
  'unused for 30 days': guests(`guesthouse.lastUsedDateTime lt ${daysAgo(30)}`),
  'unused for 390 days': guests(`guesthouse.lastUsedDateTime lt ${daysAgo(390)}`),
  'home gone': guests('guesthouse.homeDeletedDateTime ne null'),
  blocked: guests('accountEnabled eq false'),
  'blocked, newest first': guests('accountEnabled eq false', newest),
  'invited by': guests(`guesthouse.invitedBy/id eq '${host}'`),
  'invited by, newest first': guests(`guesthouse.invitedBy/id eq '${host}'`, newest),
  'one who answers': guests(`guesthouse.sponsors/any(s:s/id eq '${host}')`),
  'one who answers, newest first': guests(`guesthouse.sponsors/any(s:s/id eq '${host}')`, newest),
  'one home': guests(`guesthouse.homeDomain eq 'home500.example'`),
  'search, everybody has the word': users({ $search: '"person"' }),
  'search, the beginning of a word': users({ $search: '"per"' }),
  'search, one has the word': users({ $search: '"77777"' }),
  'requests, the oldest': queue(),
  'requests, on hold': queue({ $filter: `isHeld eq true and state eq 'open'` }),
  'requests, with the count': queue({ $count: 'true' }),
  'requests, search': queue({ $search: '"person"' }),
})

/**
 * Prints a table, of the first page and of a later one. False when a page of the queue of requests
 * took more than 50 ms.
 */
export const measureLists = async (db: Database, organization: Organization): Promise<boolean> => {
  const token = await makeAdministrator(db, organization)
  const host = await firstRow(
    db,
    select<{ id: string }>({
      id: 'id',
    })`from users where tenant_id = ${organization.id} and sort_name like 'host %' order by id limit 1`,
  )
  const postmaster = await postmasterOf(db)
  const ask = asker(db, token)
  let isQuick = true
  console.log(
    '| a page of 50 | statements | rows read | least, ms | median, ms | processor of the store, ms | of the product, ms |',
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const [what, first] of Object.entries(questions(host?.id ?? '')))
    for (const pages of [0, 20]) {
      const path = await further(ask, first, pages)
      if (pages > 0 && path === first) continue
      const { statements, rows } = await readingOf(db, token, path)
      const took: number[] = []
      const { store, own } = await costOf(postmaster, times, async () => {
        const from = performance.now()
        await ask(path)
        took.push(performance.now() - from)
      })
      const least = Math.min(...took)
      if (what.startsWith('requests') && least > mostMs) isQuick = false
      const figures = [least, median(took), store / 1_000, own / 1_000].map((one) => one.toFixed(1))
      console.log(
        `| ${what}${pages === 0 ? '' : ', later'} | ${statements} | ${rows.toLocaleString('en')} | ${figures.join(' | ')} |`,
      )
    }
  return isQuick
}
