/**
 * R126: the table of endings. Each ending × everything that somebody holds × what undoes the
 * ending: nothing that was given before counts again, and the application is told.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as client from 'openid-client'
import { tellEnded } from '../../src/propagation/back-channel.ts'
import { changePassword } from '../../src/credentials/password/change.ts'
import { setPassword } from '../../src/credentials/password/set.ts'
import { createPasswordLink, redeemPasswordLink } from '../../src/credentials/password/link.ts'
import { findSession } from '../../src/people/sessions.ts'
import { openSession } from '../../src/people/open-session.ts'
import { rows } from '../../src/store/database.ts'
import {
  guest,
  member,
  frank,
  carol,
  restore,
  ok,
  password,
  ada,
  state,
  assignTo,
  assign,
  addToGroup,
  unassign,
  groupOf,
  providers,
  nameProvider,
  consentAnew,
} from './ending-acts.ts'
import { holdingNames, holdingsOf, type Holding } from './holdings.ts'
import { json } from '../json.ts'
import { receiver } from '../peers/receiver.ts'
import {
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type Application,
  type World,
} from '../sign-on.ts'
import { world } from '../world.ts'

type Ending = {
  /** What ends access: of Ada, a guest of Fabrikam, at home at Contoso. */
  readonly end: (w: World, application: Application, providerId: string) => Promise<unknown>
  readonly undo?: (w: World, application: Application, providerId: string) => Promise<unknown>
  /** How many receipts are written: one for each end of a user, one for an erasure (R20, R21). */
  readonly receipts?: number
  /** What is not this ending's to take. */
  readonly stays?: readonly Holding[]
  /** What stays only until the ending is undone: a session that says why. */
  readonly staysMeanwhile?: readonly Holding[]
  /** How Ada comes to the assignment that the application requires. */
  readonly assigned?: 'directly' | 'byGroup'
  /**
   * Ada comes by a provider that this organization has named: as the home of its people, or for its
   * guests.
   */
  readonly comesBy?: 'contoso' | 'fabrikam'
}

/**
 * A guest's own sessions, and what they hold at home, are none of the organization's business (R18,
 * R120).
 */
const own = ['session', 'token of the account'] as const

/** What ends at one application leaves the door of the organization open. */
const door = [...own, 'session for the organization'] as const

const endings: Record<string, Ending> = {
  'leaving (R17), undone by a restore': {
    receipts: 1,
    end: (w) => ok(w.as(w.ada).leave(w.fabrikam), 200),
    undo: (w) => ok(restore(w.userOf(w.ada, w.fabrikam))(frank(w)), 200),
    stays: own,
  },
  'deleting (R17), undone by a restore': {
    receipts: 1,
    end: (w) => ok(frank(w).delete(guest(w)), 204),
    undo: (w) => ok(restore(w.userOf(w.ada, w.fabrikam))(frank(w)), 200),
    stays: own,
  },
  'deleting for good, at once': {
    receipts: 2,
    end: async (w) => {
      await ok(frank(w).delete(guest(w)), 204)
      await ok(frank(w).delete(`/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`), 204)
    },
    stays: own,
  },
  'disabling (R46), row 35, undone by enabling': {
    end: (w) => ok(frank(w).patch(guest(w), { accountEnabled: false }), 204),
    undo: (w) => ok(frank(w).patch(guest(w), { accountEnabled: true }), 204),
    stays: own,
  },
  'revoking the sessions of a guest, row 36': {
    end: (w) => ok(frank(w).post(`${guest(w)}/revokeSignInSessions`), 200),
    stays: own,
  },
  'revoking the sessions of a member at home, row 36': {
    end: (w) => ok(carol(w).post(`${member(w)}/revokeSignInSessions`), 200),
  },
  'suspending the organization, undone by opening it': {
    end: (w) => state(w, w.fabrikam, 'suspended'),
    undo: (w) => state(w, w.fabrikam, 'active'),
    stays: own,
  },
  'closing the organization, undone by opening it': {
    end: (w) => state(w, w.fabrikam, 'closed'),
    undo: (w) => state(w, w.fabrikam, 'active'),
    stays: own,
  },
  'closing the home, undone by opening it': {
    end: (w) => state(w, w.contoso, 'closed'),
    undo: (w) => state(w, w.contoso, 'active'),
    staysMeanwhile: own,
  },
  'disabling at home (R47), undone by enabling': {
    end: (w) => ok(carol(w).patch(member(w), { accountEnabled: false }), 204),
    undo: (w) => ok(carol(w).patch(member(w), { accountEnabled: true }), 204),
    staysMeanwhile: own,
  },
  'deleting at home, undone by a restore': {
    receipts: 1,
    end: (w) => ok(carol(w).delete(member(w)), 204),
    undo: (w) => ok(restore(w.ada.userId)(carol(w)), 200),
  },
  'deleting at home for good': {
    receipts: 2,
    end: async (w) => {
      await ok(carol(w).delete(member(w)), 204)
      await ok(carol(w).delete(`/v1.0/directory/deletedItems/${w.ada.userId}`), 204)
    },
  },
  'a password that an operator sets': {
    end: (w) => setPassword(w.db, { ...ada(w), password }, w.operator()),
  },
  'a password set by a link': {
    end: async (w) => {
      const made = await createPasswordLink(w.db, ada(w), { kind: 'operator' }, w.operator())
      assert.equal(made.outcome, 'created')
      if (made.outcome === 'created')
        await redeemPasswordLink(w.db, made.token, password, w.operator())
    },
  },
  'a change of the password in another session': {
    end: async (w) => {
      await setPassword(w.db, { ...ada(w), password: `${password} before` }, w.operator())
      const { token } = await openSession(
        w.db,
        w.ada.personId,
        { address: null, userAgent: 'test' },
        w.now(),
      )
      const session = await findSession(w.db, token, w.now())
      assert.ok(session)
      const changed = await changePassword(
        w.db,
        session,
        { current: `${password} before`, wanted: password },
        w.operator(),
      )
      assert.equal(changed.outcome, 'changed')
    },
  },
  'taking the assignment (§8), undone by assigning again': {
    assigned: 'directly',
    end: unassign,
    undo: (w, application) => assignTo(w, application, w.userOf(w.ada, w.fabrikam)),
    stays: door,
  },
  'taking the assignment of the group': { assigned: 'byGroup', end: unassign, stays: door },
  'taking somebody out of the assigned group, undone by adding them': {
    assigned: 'byGroup',
    end: async (w, application) =>
      ok(
        frank(w).delete(
          `/v1.0/groups/${await groupOf(w, application)}/members/${w.userOf(w.ada, w.fabrikam)}/$ref`,
        ),
        204,
      ),
    undo: async (w, application) => addToGroup(w, await groupOf(w, application)),
    stays: door,
  },
  'deleting the assigned group': {
    assigned: 'byGroup',
    end: async (w, application) =>
      ok(frank(w).delete(`/v1.0/groups/${await groupOf(w, application)}`), 204),
    stays: door,
  },
  'requiring an assignment, undone by requiring none': {
    end: (w, { id }) =>
      ok(frank(w).patch(`/v1.0/servicePrincipals/${id}`, { appRoleAssignmentRequired: true }), 204),
    undo: (w, { id }) =>
      ok(
        frank(w).patch(`/v1.0/servicePrincipals/${id}`, { appRoleAssignmentRequired: false }),
        204,
      ),
    stays: door,
  },
  'ending the consent, undone by signing on again': {
    end: (w, { appId }) => ok(w.as(w.ada).delete(`/account/consents/${appId}`), 204),
    undo: consentAnew,
    stays: door,
  },
  'a reset of the redemption, undone by redeeming anew': {
    end: (w) =>
      ok(
        frank(w).post('/v1.0/invitations', {
          invitedUserEmailAddress: w.ada.upn,
          inviteRedirectUrl: 'https://app.example/',
          resetRedemption: true,
          invitedUser: { id: w.userOf(w.ada, w.fabrikam) },
        }),
        201,
      ),
    undo: (w) =>
      ok(w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/invitation/accept`), 200),
    stays: own,
  },
  'distrust of the provider that is the home (K23), undone by trusting it again': {
    comesBy: 'contoso',
    end: (w, _, id) => ok(carol(w).patch(`${providers}/${id}`, { isEnabled: false }), 204),
    undo: (w, _, id) => ok(carol(w).patch(`${providers}/${id}`, { isEnabled: true }), 204),
  },
  'distrust of the provider for guests (K23), undone by trusting it again': {
    comesBy: 'fabrikam',
    end: (w, _, id) => ok(frank(w).patch(`${providers}/${id}`, { isEnabled: false }), 204),
    undo: (w, _, id) => ok(frank(w).patch(`${providers}/${id}`, { isEnabled: true }), 204),
  },
  'removing the provider (K23), undone by naming it again': {
    comesBy: 'contoso',
    end: (w, _, id) => ok(carol(w).delete(`${providers}/${id}`), 204),
    undo: (w) => nameProvider(w, 'contoso'),
  },
  'a reset of the factors': {
    end: (w) => ok(carol(w).post(`${member(w)}/guesthouse.resetFactors`), 200),
  },
}

const receiptsOf = async (w: World): Promise<number> => {
  const tenants = [w.contoso.id, w.fabrikam.id, w.northwind.id]
  return (await rows(w.db, sql`select 1 from receipts where tenant_id = any(${tenants}::uuid[])`))
    .length
}

/** What counted although it ended, and what was taken although it stays. */
const missing = (refused: readonly Holding[], staying: readonly Holding[]) => ({
  counted: holdingNames.filter((one) => !refused.includes(one) && !staying.includes(one)),
  taken: staying.filter((one) => refused.includes(one)),
})

for (const [
  name,
  { end, undo, assigned, comesBy, receipts = 0, stays = [], staysMeanwhile = [] },
] of Object.entries(endings))
  test(`R126: nothing that was given before counts any more: ${name}`, async () => {
    const told = await receiver()
    try {
      const w = await world(undefined, { allowPrivateProviders: true })
      const application = await registerApplication(w, w.fabrikam, w.frank, {
        kind: 'native',
        backchannel: told.url,
      })
      if (assigned !== undefined) await assign(w, application, assigned)
      const by = comesBy === undefined ? undefined : await nameProvider(w, comesBy)
      const holdings = () => holdingsOf(w, w.ada, w.fabrikam, application, by)
      const [first, second] = [await holdings(), await holdings()]
      await tellEnded(w.services, new Date())
      assert.deepEqual(told.sids(), [])
      await end(w, application, by ?? '')
      assert.deepEqual(missing(await first.refused(), [...stays, ...staysMeanwhile]), {
        counted: [],
        taken: [],
      })
      await tellEnded(w.services, new Date())
      const sids = told.sids()
      assert.deepEqual(
        [first.sid, second.sid].filter((sid) => !sids.includes(sid)),
        [],
        'the application is told',
      )
      assert.equal(new Set(sids).size, sids.length, 'once')
      assert.equal(await receiptsOf(w), receipts, 'receipts')
      await undo?.(w, application, by ?? '')
      assert.deepEqual(
        missing(await second.refused(), stays),
        { counted: [], taken: [] },
        'after the undo',
      )
    } finally {
      await told.stop()
    }
  })

test('R126: whoever signs in anew after an ending is let in, and a change of one’s own password keeps the session it was made in', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  await carol(w).post(`${member(w)}/revokeSignInSessions`)
  const held = await holdingsOf(w, w.ada, w.fabrikam, application)
  await setPassword(w.db, { ...ada(w), password, except: held.sessionId }, w.operator())
  assert.deepEqual(
    await held.refused(),
    [
      'device code',
      'lasting access token at the directory',
      'introspection',
      'lasting refresh token',
    ],
    'what outlives the session does not',
  )
  const { value } = await json(await w.as(w.ada).get('/account/consents'))
  assert.equal(value.length, 1, 'what stands is listed, what has ended is not')
})

test('R126: nothing that is given in the very moment of an ending outlives it', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const config = await relyingParty(w, application)
  const scope = 'openid offline_access'
  for (let round = 0; round < 6; round++) {
    const browser = await browserWith(w, w.ada)
    const tokens = await (await signOn(config, browser, application, { scope })).exchange()
    const code = await signOn(config, browser, application, { scope })
    const [, ...given] = await Promise.allSettled([
      ok(carol(w).post(`${member(w)}/revokeSignInSessions`), 200),
      code.exchange(),
      client.refreshTokenGrant(config, String(tokens.refresh_token)),
      signOn(config, browser, application, { scope }).then((begun) => begun.exchange()),
    ])
    for (const one of given)
      if (one.status === 'fulfilled') {
        await assert.rejects(
          client.fetchUserInfo(config, one.value.access_token, client.skipSubjectCheck),
        )
        await assert.rejects(client.refreshTokenGrant(config, String(one.value.refresh_token)), {
          error: 'invalid_grant',
        })
      }
  }
})
