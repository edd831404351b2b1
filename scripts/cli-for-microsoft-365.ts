/**
 * npm run try:cli-for-microsoft-365: CLI for Microsoft 365, unchanged, as an application that acts
 * by itself. It makes, finds, changes, deletes and restores users, groups and applications, and
 * invites a guest. Prints each command, and fails with the first that does not answer what it
 * should. The client is fetched from npm, beside the project.
 *
 * The hosts that it asks are compiled in: here they are ours by name, and the client is told so
 * before it begins, as a name server and a trusted authority would tell it in a laboratory.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { actsByItself, proofOf, runner, text, type Run } from '../test/peers/command-line-client.ts'
import { hosts, listeningAsHosts, namesAt } from '../test/machines/microsofts-hosts.ts'
import type { World } from '../test/sign-on.ts'
import { store } from '../test/store.ts'
import { world } from '../test/world.ts'

const version = '11.11.0'
const permissions = [
  'User.ReadWrite.All',
  'User-PasswordProfile.ReadWrite.All',
  'User.Invite.All',
  'User.RevokeSessions.All',
  'Group.ReadWrite.All',
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'Directory.Read.All',
  'AuditLog.Read.All',
] as const

const installed = (folder: string): string => {
  const args = ['install', '--no-audit', '--no-fund', `@pnp/cli-microsoft365@${version}`]
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The client could not be fetched: ${stderr}`)
  return join(folder, 'node_modules/@pnp/cli-microsoft365/dist/index.js')
}

const one = async <T extends string>(run: Run, names: readonly T[], ...args: readonly string[]) => {
  const told = (await run(...args)) as Record<T, unknown>
  return names.map((name) => told[name])
}

const users = async (run: Run, w: World): Promise<string> => {
  const list = (await run('entra', 'user', 'list', '--type', 'Guest')) as { displayName: string }[]
  assert.deepEqual(list.map(({ displayName }) => displayName).toSorted(), [
    'Ada Lovelace',
    'Bob Okafor',
  ])
  const upn = `cli.test@${w.fabrikam.domain}`
  const made = ['--displayName', 'Cli Test', '--userName', upn]
  const password = ['--password', 'seven quiet lanterns cross', '--forceChangePasswordNextSignIn']
  const [id] = await one(run, ['id'], 'entra', 'user', 'add', ...made, ...password)
  const of = ['--id', text(id)]
  await run('entra', 'user', 'set', ...of, '--jobTitle', 'Tester', '--displayName', 'Cli Renamed')
  const renamed = await one(
    run,
    ['displayName', 'jobTitle'],
    'entra',
    'user',
    'get',
    '--userName',
    upn,
  )
  assert.deepEqual(renamed, ['Cli Renamed', 'Tester'])
  const anew = ['--resetPassword', '--newPassword', 'eight loud lanterns cross']
  await run('entra', 'user', 'set', ...of, ...anew)
  const guest = ['--emailAddress', 'cli@outside.example', '--displayName', 'Cli Guest']
  const invited = await one(run, ['status'], 'entra', 'user', 'guest', 'add', ...guest)
  assert.deepEqual(invited, ['PendingAcceptance'])
  await run('entra', 'user', 'signin', 'list', '--userId', text(id))
  await run('entra', 'user', 'session', 'revoke', '--userId', text(id), '--force')
  return text(id)
}

const groups = async (run: Run, userId: string, w: World): Promise<void> => {
  const upn = `cli.test@${w.fabrikam.domain}`
  const bound = ['--ownerUserNames', upn, '--memberUserNames', upn]
  await run('entra', 'group', 'add', '--displayName', 'Cli', '--type', 'security', ...bound)
  const of = ['--groupName', 'Cli']
  await run('entra', 'group', 'set', '--displayName', 'Cli', '--description', 'Said')
  const added = ['--userNames', w.fiona.upn, '--role', 'Member']
  await run('entra', 'group', 'member', 'add', ...of, ...added)
  const members = (await run('entra', 'group', 'member', 'list', ...of)) as { id: string }[]
  assert.ok([userId, w.fiona.userId].every((id) => members.some((member) => member.id === id)))
  await run('entra', 'group', 'member', 'remove', ...of, ...added, '--force')
  const memberships = await run('entra', 'user', 'groupmembership', 'list', '--userId', userId)
  assert.equal((memberships as unknown[]).length, 1)
  await run('entra', 'group', 'remove', '--displayName', 'Cli', '--force')
}

/** What an application asks for, and is given, at the directory API. */
const permissionsOf = async (run: Run, appId: string): Promise<void> => {
  const [of, at] = [
    ['--appId', appId],
    ['--appId', appId, '--resource', 'Microsoft Graph'],
  ]
  const asked = ['--applicationPermissions', `https://${hosts.graph}/User.Read.All`]
  await run('entra', 'app', 'permission', 'add', ...of, ...asked)
  const listed = (await run('entra', 'app', 'permission', 'list', ...of)) as {
    resource: string
    permission: string
  }[]
  assert.deepEqual(
    listed.map(({ resource, permission }) => [resource, permission]),
    [['Microsoft Graph', 'User.Read.All']],
  )
  const given = async () =>
    (await run('entra', 'approleassignment', 'list', ...of)) as {
      resourceDisplayName: string
      roleName: string
    }[]
  const before = (await given()).length
  await run('entra', 'approleassignment', 'add', ...at, '--scopes', 'User.Read.All')
  assert.deepEqual(
    (await given()).map(({ resourceDisplayName, roleName }) => [resourceDisplayName, roleName]),
    [['Microsoft Graph', 'User.Read.All']],
  )
  assert.equal(before, 0)
  const forced = ['--scopes', 'User.Read.All', '--force']
  await run('entra', 'approleassignment', 'remove', ...at, ...forced)
  assert.equal((await given()).length, 0)
}

const applications = async (run: Run): Promise<void> => {
  const made = [
    '--name',
    'Cli App',
    '--redirectUris',
    'https://app.example/back',
    '--platform',
    'web',
  ]
  const [appId] = await one(run, ['appId'], 'entra', 'app', 'add', ...made, '--withSecret')
  const of = ['--appId', text(appId)]
  const role = ['--description', 'Reads', '--allowedMembers', 'usersGroups', '--claim', 'Reader']
  await run('entra', 'app', 'role', 'add', ...of, '--name', 'Reader', ...role)
  const roles = (await run('entra', 'app', 'role', 'list', ...of)) as { value: string }[]
  assert.deepEqual(
    roles.map(({ value }) => value),
    ['Reader'],
  )
  await run('entra', 'enterpriseapp', 'add', '--id', text(appId))
  await run('entra', 'enterpriseapp', 'get', '--id', text(appId))
  await permissionsOf(run, text(appId))
  await run('entra', 'enterpriseapp', 'remove', '--id', text(appId), '--force')
  await run('entra', 'app', 'remove', ...of, '--force')
}

const bin = async (run: Run, id: string): Promise<void> => {
  const of = ['--id', id]
  await run('entra', 'user', 'remove', ...of, '--force')
  const deleted = (await run('entra', 'user', 'recyclebinitem', 'list')) as { id: string }[]
  assert.deepEqual(
    deleted.map((user) => user.id),
    [id],
  )
  await run('entra', 'user', 'recyclebinitem', 'restore', ...of)
  await run('entra', 'user', 'get', ...of)
  await run('entra', 'user', 'remove', ...of, '--force')
  await run('entra', 'user', 'recyclebinitem', 'remove', ...of, '--force')
  assert.deepEqual(await run('entra', 'user', 'recyclebinitem', 'list'), [])
}

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-cli-for-microsoft-365-'))
const proofs = { graph: proofOf(hosts.graph), login: proofOf(hosts.login) }
const w = await world(`https://${hosts.graph}`)
const { port, stop } = await listeningAsHosts(w, proofs)
try {
  const { appId, secret } = await actsByItself(w, 'CLI for Microsoft 365', permissions)
  const [trusted, names] = [join(folder, 'trusted.pem'), join(folder, 'names.mjs')]
  writeFileSync(trusted, proofs.graph.cert + proofs.login.cert)
  writeFileSync(names, namesAt(port))
  const run = runner(
    {
      called: 'm365',
      file: process.execPath,
      before: ['--import', pathToFileURL(names).href, installed(folder)],
      after: ['--output', 'json'],
    },
    { HOME: folder, NODE_EXTRA_CA_CERTS: trusted, CLIMICROSOFT365_NOUPDATE: '1' },
  )
  // A secret may begin as an option does.
  const as = ['--appId', appId, `--secret=${secret}`, '--tenant', w.fabrikam.id]
  await run('login', '--authType', 'secret', ...as)
  const userId = await users(run, w)
  await groups(run, userId, w)
  await applications(run)
  await bin(run, userId)
} finally {
  await stop()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
