/**
 * Command-line clients of the directory API that are tried unchanged: what they act as, what they
 * are shown as a host that they trust, and how they are run.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { GraphRole } from '../../src/access/graph-scopes.ts'
import { givePermission } from '../../src/directory/applications/give-permission.ts'
import { registerProgram } from '../../src/directory/applications/register.ts'
import { dayMs, plus } from '../../src/kernel/time.ts'
import type { World } from '../sign-on.ts'
import { certificate } from './certificate.ts'

/** What a host of this name proves itself with. */
export const proofOf = (of: string) => {
  const now = new Date()
  const { privateKey, base64 } = certificate(plus(now, -dayMs), plus(now, dayMs), { of })
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

/** An application of Fabrikam by itself that was given these permissions; today by the machine. */
export const actsByItself = async (
  w: World,
  displayName: string,
  permissions: readonly GraphRole[],
) => {
  // Such clients go by the clock of the machine.
  w.pass(Date.now() - w.now().getTime())
  const context = w.operator()
  const secret = { displayName, expiresAt: plus(w.now(), 30 * dayMs) }
  const wish = { displayName, settings: { askedRoles: permissions }, secret }
  const made = await registerProgram(w.db, w.fabrikam.id, wish, context)
  assert.ok(made.outcome === 'registered' && made.secret !== null)
  const to = { tenantId: w.fabrikam.id, applicationId: made.applicationId }
  for (const one of permissions)
    assert.equal((await givePermission(w.db, to, one, true, context)).outcome, 'given')
  return { appId: made.appId, secret: made.secret }
}

/** Runs a command, and answers what it prints as JSON. Throws what it says when it fails. */
export type Run = (...args: readonly string[]) => Promise<unknown>

export type Command = {
  /** As it is told of what was run. */
  readonly called: string
  readonly file: string
  /** Before and after what is asked. */
  readonly before?: readonly string[]
  readonly after: readonly string[]
}

/** Runs `command` with these variables, and prints what went well. */
export const runner =
  ({ called, file, before = [], after }: Command, env: Record<string, string>): Run =>
  async (...args) => {
    const child = spawn(file, [...before, ...args, ...after], { env: { ...process.env, ...env } })
    child.stdin.end()
    let [out, err] = ['', '']
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    const code = await new Promise((resolve) => child.on('close', resolve))
    if (code !== 0) throw new Error(`${called} ${args.join(' ')}: ${err}${out}`)
    console.log(`✔ ${called} ${args.slice(0, 4).join(' ')}`)
    return out.trim() === '' ? undefined : (JSON.parse(out) as unknown)
  }

/** A text that was answered. */
export const text = (value: unknown): string => {
  assert.equal(typeof value, 'string')
  return value as string
}
