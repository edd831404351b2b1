/** The menu of a row: what can be done in whichever state somebody is there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json } from '../../../test/json.ts'
import { world, type Organization } from '../../../test/world.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>
type State = 'home' | 'active' | 'invited' | 'disabled' | 'left' | 'removed' | 'closed' | 'hidden'

const privacy = 'https://privacy.example/statement'

/** What brings Ada into each state somewhere. */
const arrivals: Readonly<Record<State, (w: World, at: Organization) => Promise<unknown>>> = {
  home: async () => undefined,
  active: (w, at) => w.guest(w.ada, at),
  invited: async (w, at) => {
    const admin = await w.member(at, 'Admin')
    await w.grant(admin, at, 'globalAdministrator')
    const invitation = {
      invitedUserEmailAddress: w.ada.upn,
      inviteRedirectUrl: 'https://app.example/',
    }
    await json(await w.as(admin, at).post('/v1.0/invitations', invitation), 201)
  },
  disabled: async (w, at) => {
    const id = await w.guest(w.ada, at)
    await sql`update users set account_enabled = false, disabled_at = ${w.now()} where id = ${id}`.execute(
      w.db,
    )
  },
  left: async (w, at) => {
    await w.guest(w.ada, at)
    await json(await w.as(w.ada).leave(at))
  },
  removed: async (w, at) => {
    const id = await w.guest(w.ada, at)
    const admin = await w.member(at, 'Admin')
    await w.grant(admin, at, 'globalAdministrator')
    await json(await w.as(admin, at).delete(`/v1.0/users/${id}`), 204)
  },
  closed: async (w, at) => {
    await w.guest(w.ada, at)
    await sql`update tenants set state = 'closed' where id = ${at.id}`.execute(w.db)
  },
  hidden: async (w, at) => {
    await w.guest(w.ada, at)
    await (await signedIn(w, w.ada)).post(`/organizations/${at.id}/hide`, {})
  },
}

/** In these nobody is there any more, so further invitations can be refused. */
const ended: ReadonlySet<State> = new Set(['left', 'removed'])

test('U3, R34, R107, R132: in every state a row has its menu: my data, hiding, refusing invitations where I am no more, the privacy statement; and each leads somewhere', async () => {
  const w = await world()
  const ada = await signedIn(w, w.ada)
  for (const [state, arrive] of Object.entries(arrivals) as [State, (typeof arrivals)[State]][]) {
    const at = state === 'home' ? w.contoso : await w.organization(`At${state}`)
    await sql`update tenants set privacy_statement_url = ${privacy} where id = ${at.id}`.execute(
      w.db,
    )
    await arrive(w, at)
    const path = `/organizations/${at.id}`
    const list = await pageAt(
      ada,
      state === 'hidden' ? '/organizations?show=hidden' : '/organizations',
    )
    assert.ok(list.includes(`href="${path}"`), `${state}: the row opens it`)
    const menu = /<div id="menu">([^]*?)<\/div>/.exec(await pageAt(ada, path))?.[1] ?? ''
    const targets = [...menu.matchAll(/(?:href|formaction)="([^"]+)"/g)].map(([, to = '']) => to)
    const has = (end: string): boolean => targets.includes(`${path}/${end}`)
    assert.deepEqual(
      {
        mine: targets.filter((to) => to.includes('my-data')).length,
        hides: has('hide'),
        shows: has('show'),
        refuses: has('refuse'),
        privacy: targets.includes(privacy),
      },
      {
        mine: 2,
        hides: state !== 'home' && state !== 'hidden',
        shows: state === 'hidden',
        refuses: ended.has(state),
        privacy: true,
      },
      state,
    )
    for (const to of [...menu.matchAll(/href="(\/[^"]+)"/g)].map(([, one = '']) => one))
      assert.equal((await ada.open(to.replaceAll('&amp;', '&'))).status, 200, `${state}: ${to}`)
  }
})
