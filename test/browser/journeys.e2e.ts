/**
 * From invitation to application to leaving, for each kind of home: an external provider, a
 * mailbox, and another organization here.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { newId } from '../../src/kernel/ids.ts'
import { listMails } from '../mails.ts'
import { tellEnded } from '../../src/propagation/back-channel.ts'
import { setPassword } from '../../src/credentials/password/set.ts'
import { addProvider } from '../../src/credentials/provider/registry.ts'
import {
  desktop,
  browserOfTests,
  openPage,
  phone,
  picture,
  requireAccessible,
  type View,
} from './browser.ts'
import { json } from '../json.ts'
import { openIdProvider } from '../peers/openid-provider.ts'
import { reachable, relyingApplication } from '../peers/relying-application.ts'
import { registerApplication } from '../sign-on.ts'

const passphrase = 'nine copper kettles sing at dawn'
const browser = browserOfTests()

type Stage = Awaited<ReturnType<typeof stage>>

/** Fabrikam with an application, and somebody invited by mail. */
const stage = async (address: string, view: View) => {
  const { w, services, publicUrl, stop } = await reachable({ allowPrivateProviders: true })
  const app = await relyingApplication()
  const registered = await registerApplication(w, w.fabrikam, w.frank, {
    uri: `${app.home()}/callback`,
    backchannel: `${app.home()}/gone`,
  })
  const auth = client.ClientSecretPost(String(registered.secret))
  const issuer = new URL(`${publicUrl}/${w.fabrikam.id}/v2.0`)
  app.use(
    await client.discovery(issuer, registered.appId, undefined, auth, {
      execute: [client.allowInsecureRequests],
    }),
  )
  const invitation = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: app.home(),
    invitedUserDisplayName: 'Eve Stone',
    sendInvitationMessage: true,
  }
  await json(await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', invitation), 201)
  const { page, problems } = await openPage(browser, view)
  const mailTo = async (subject: RegExp) =>
    (await listMails(w.db, 500)).find(
      (mail) => mail.recipient === address && subject.test(mail.subject),
    )
  const end = () =>
    Promise.all(
      [app.stop(), stop()].map((one) =>
        Promise.race([one, new Promise((done) => setTimeout(done, 500))]),
      ),
    )
  return { w, services, publicUrl, app, page, problems, mailTo, end }
}

const openInvitation = async ({ mailTo, page, publicUrl }: Stage, name: string): Promise<void> => {
  const path = /\/invitation\/[\w-]+/.exec((await mailTo(/invites you/))?.body ?? '')?.[0] ?? ''
  await page.goto(publicUrl + path)
  await page.getByRole('heading', { name: 'Fabrikam invites you' }).waitFor()
  await requireAccessible(page, 'the invitation')
  await picture(page, `invitation-${name}`)
}

const acceptUseAndLeave = async (
  { services, app, page, problems, publicUrl, end }: Stage,
  name: string,
): Promise<void> => {
  await page.getByRole('heading', { name: 'Review permissions' }).waitFor()
  await requireAccessible(page, 'review permissions')
  await picture(page, `review-${name}`)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('heading', { name: 'You are a guest of Fabrikam now' }).waitFor()
  await requireAccessible(page, 'accepted')
  await page.getByRole('link', { name: app.home() }).click()

  // The application: no second sign-in, and it knows who came.
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: /^Hello / }).waitFor()

  await page.goto(`${publicUrl}/organizations`)
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Fabrikam', exact: true }) })
  await row.getByRole('link', { name: 'Leave organization' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByText('You have left Fabrikam.').waitFor()
  assert.ok((await tellEnded(services, new Date())) >= 1, 'the application is told')
  await page.goto(app.home())
  assert.equal(
    await page.getByRole('heading', { name: /^Hello / }).count(),
    0,
    'and has ended its own session',
  )
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByText('You have left Fabrikam').waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await end()
}

/** Somebody without a home here sees one list; there the way out stands as well. */
const proveByCode = async ({ page, mailTo }: Stage, address: string): Promise<void> => {
  await page.getByRole('link', { name: 'Send me a code by e-mail' }).click()
  const field = page.getByLabel('Your e-mail address')
  if ((await field.inputValue()) === '') await field.fill(address)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page
    .getByLabel('Code')
    .fill(/(\d{4} \d{4})/.exec((await mailTo(/code/i))?.body ?? '')?.[1] ?? '')
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('complaint D, R10, R99: a guest whose home is a mailbox: invitation, code, application, leaving', async () => {
  const address = `eve-${newId()}@outside.example`
  const s = await stage(address, phone)
  await openInvitation(s, 'mailbox')
  await proveByCode(s, address)
  await acceptUseAndLeave(s, 'mailbox')
})

test('R10, R99: a guest whose home is another organization here: invitation, password, application, leaving', async () => {
  const s = await stageForMember(desktop)
  await openInvitation(s, 'organization')
  await s.page.getByRole('link', { name: 'Sign in', exact: true }).click()
  await s.page.getByLabel('Sign-in name').fill(s.upn)
  await s.page.getByRole('button', { name: 'Next' }).click()
  await s.page.getByLabel('Password').fill(passphrase)
  await s.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await acceptUseAndLeave(s, 'organization')
})

/** Carol of Contoso is invited by her sign-in name. */
const stageForMember = async (view: View) => {
  const s = await stage(`nobody-${newId()}@outside.example`, view)
  const { carol, contoso, fabrikam, frank } = s.w
  await setPassword(
    s.w.db,
    { tenantId: contoso.id, userId: carol.userId, password: passphrase },
    s.w.operator(),
  )
  const invitation = {
    invitedUserEmailAddress: carol.upn,
    inviteRedirectUrl: s.app.home(),
    sendInvitationMessage: true,
  }
  await json(await s.w.as(frank, fabrikam).post('/v1.0/invitations', invitation), 201)
  const mailTo = async (subject: RegExp) =>
    (await listMails(s.w.db, 500)).find(
      (mail) => mail.recipient === carol.upn && subject.test(mail.subject),
    )
  return { ...s, mailTo, upn: carol.upn }
}

test('R10, R99: a guest whose home is an external provider: invitation, provider, application, leaving', async () => {
  const address = `eve-${newId()}@outside.example`
  const s = await stage(address, desktop)
  const theirs = await openIdProvider(`${s.publicUrl}/sign-in/provider/callback`)
  theirs.state.claims = { email: address, email_verified: true, name: 'Eve of Elsewhere' }
  const { issuer, clientId, clientSecret } = theirs
  const provider = { displayName: 'Elsewhere', issuer, clientId, clientSecret, domains: null }
  assert.equal(
    (await addProvider(s.w.db, s.services.sealKey, s.w.fabrikam.id, provider, s.w.operator()))
      .outcome,
    'added',
  )
  await openInvitation(s, 'provider')
  await s.page.getByRole('link', { name: /Elsewhere/ }).click()
  await acceptUseAndLeave(s, 'provider')
  await theirs.stop()
})
