/** What the suite of links that open something once asks of each, and the entry of each. */
import assert from 'node:assert/strict'
import { pino } from 'pino'
import { createPasswordLink, passwordLinkLifetimeMs } from '../../src/credentials/password/link.ts'
import { createSetUpLink, setUpLinkLifetimeMs } from '../../src/credentials/set-up.ts'
import { operatorAuthority } from '../../src/directory/authority.ts'
import { linkPath, type OneTimeLink } from '../../src/kernel/one-time-link.ts'
import { dayMs, plus } from '../../src/kernel/time.ts'
import { serverApp } from '../../src/server/server.ts'
import { browsing, type Page } from '../browser/browsing.ts'
import { json } from '../json.ts'
import { newStore } from '../store.ts'
import { signedIn } from '../signed-in.ts'
import { world } from '../world.ts'
import { passphrase } from './way.ts'

const publicUrl = 'http://guesthouse.test'

export type LinkStage = {
  /** Makes a link, in the place of one that there is: its path. */
  readonly make: () => Promise<string>
  /** Looks at a page behind a link. */
  readonly look: (path: string) => Promise<Page>
  /** Does what the link is for. */
  readonly use: (path: string) => Promise<Page>
  /** Does it wrongly, where that can be done. */
  readonly misuse?: (path: string) => Promise<Page>
  readonly pass: (ms: number) => void
  readonly close: () => Promise<void>
}

export type Link = {
  readonly open: () => Promise<LinkStage>
  readonly lifetimeMs: number
  /** What somebody reads who has used it. */
  readonly done: RegExp
  /** What the second of two at the same moment, or a later one, reads. */
  readonly over: RegExp
}

const password: Link = {
  open: async () => {
    const w = await world(publicUrl)
    const which = { tenantId: w.contoso.id, userId: w.ada.userId }
    const send = (wanted: string) => (path: string) =>
      browsing(w.app, publicUrl).submit(path, { wanted, repeated: wanted })
    return {
      make: async () => {
        const made = await createPasswordLink(w.db, which, operatorAuthority, w.operator())
        assert.equal(made.outcome, 'created')
        return linkPath('password', made.outcome === 'created' ? made.token : '')
      },
      look: (path) => browsing(w.app, publicUrl).go(path),
      use: send(passphrase),
      misuse: send('short'),
      pass: w.pass,
      close: async () => {},
    }
  },
  lifetimeMs: passwordLinkLifetimeMs,
  done: /password is set|You can sign in/i,
  over: /This link does not work any more/,
}

const setUp: Link = {
  open: async () => {
    // A store of its own: this is about an empty one.
    const store = await newStore()
    let now = new Date('2026-05-01T12:00:00Z')
    const app = serverApp({
      db: store.db,
      clock: () => now,
      log: pino({ level: 'silent' }),
      publicUrl,
      trustedProxies: 0,
      sealKey: Buffer.alloc(32),
    })
    const send = (domain: string) => (path: string) =>
      browsing(app, publicUrl).submit(path, {
        organizationName: 'Contoso',
        domain,
        displayName: 'Carol Diaz',
        localPart: 'carol',
        password: passphrase,
      })
    return {
      make: async () => linkPath('setUp', (await createSetUpLink(store.db, now))?.token ?? ''),
      look: (path) => browsing(app, publicUrl).go(path),
      use: send('Contoso.Example'),
      misuse: send('no domain'),
      pass: (ms) => {
        now = plus(now, ms)
      },
      close: () => store.close(),
    }
  },
  lifetimeMs: setUpLinkLifetimeMs,
  done: /The organization is ready/,
  over: /This link does not work any more/,
}

const invitation: Link = {
  open: async () => {
    const w = await world(publicUrl)
    const wish = {
      invitedUserEmailAddress: w.carol.upn,
      inviteRedirectUrl: 'https://fabrikam.example/',
    }
    const visit = async (method: 'get' | 'post', path: string): Promise<Page> => {
      const answer = await (await signedIn(w, w.carol.personId))[method](path)
      return {
        status: answer.status,
        url: path,
        text: await answer.text(),
        headers: answer.headers,
      }
    }
    return {
      make: async () => {
        const frank = w.as(w.frank, w.fabrikam)
        const made = await json(await frank.post('/v1.0/invitations', wish), 201)
        return new URL(String(made['inviteRedeemUrl'])).pathname
      },
      look: (path) => visit('get', path),
      use: (path) => visit('post', path),
      pass: w.pass,
      close: async () => {},
    }
  },
  lifetimeMs: 30 * dayMs,
  done: /You are a guest of Fabrikam now/,
  over: /does not work|accepted|already|no longer/i,
}

/** Every link: one that the product has and this table has not does not compile. */
export const links: Readonly<Record<OneTimeLink, Link>> = { invitation, password, setUp }
