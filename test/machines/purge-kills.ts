/**
 * Killing in the middle of a purge: rounds in which the command that permanently deletes what is
 * due is ended with SIGKILL, or PostgreSQL under it, after something was done and before all is.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createMember } from '../../src/directory/users/create.ts'
import { deleteUser } from '../../src/directory/users/delete.ts'
import { newId, type TenantId } from '../../src/kernel/ids.ts'
import { rows, type Database } from '../../src/store/database.ts'
import { openStore } from '../../src/store/store.ts'
import { seed, serverOf, settings } from './kill-rounds.ts'

export type PurgeKills = {
  /** Kills after which somebody who was due was still there. */
  readonly kills: number
  readonly due: number
  /** Erasures, events and rows at the end. */
  readonly proved: number
  readonly told: number
  readonly left: number
  /** Looks in which somebody was both there and proved gone, or neither. */
  readonly torn: number
}

const dayMs = 24 * 60 * 60_000

/** People whose window has ended: made and deleted long ago. */
const makeDue = async (db: Database, tenantId: TenantId, count: number): Promise<void> => {
  const context = {
    now: new Date(Date.now() - 100 * dayMs),
    actor: { kind: 'operator' },
    correlationId: newId(),
    address: null,
  } as const
  const one = async (n: number): Promise<void> => {
    const made = await createMember(
      db,
      tenantId,
      { displayName: `Due ${n}`, userPrincipalName: `due-${n}@home.example` },
      context,
    )
    if (made.outcome !== 'created') throw new Error(made.outcome)
    const userId = made.userId
    const { outcome } = await deleteUser(db, { tenantId, userId }, { kind: 'operator' }, context)
    if (outcome !== 'deleted') throw new Error(outcome)
  }
  for (let begun = 0; begun < count; begun += 2)
    await Promise.all([one(begun), ...(begun + 1 < count ? [one(begun + 1)] : [])])
}

type State = Omit<PurgeKills, 'kills' | 'due' | 'torn'>

const look = async (db: Database): Promise<State> => {
  const [seen] = await rows(
    db,
    sql<State>`select
      (select count(*)::int from erasures) as proved,
      (select count(*)::int from events where activity = 'user.purged') as told,
      (select count(*)::int from users where user_principal_name like 'due-%' or deleted_at is not null) as left`,
  )
  if (seen === undefined) throw new Error('no state')
  return seen
}

/** A look while a killed server comes back. */
const lookAgain = async (db: Database): Promise<State> => {
  for (let tries = 0; ; tries++)
    try {
      return await look(db)
    } catch (error) {
      if (tries > 600) throw error
      await pause(100)
    }
}

/**
 * Lets `count` people be purged, and kills the command, and PostgreSQL in every second round, once
 * a batch more than before has gone; then lets it end in peace.
 */
export const purgeKills = async (count: number): Promise<PurgeKills> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'guesthouse-purge-')), 'data')
  const { tenantId } = await seed(settings(folder))
  const store = await openStore(settings(folder))
  await makeDue(store.db, tenantId as TenantId, count)
  const { DATABASE_URL: _, ...inherited } = process.env
  let kills = 0
  let torn = 0
  let state = await look(store.db)
  while (state.left > 0) {
    const before = state.left
    const command = spawn(process.execPath, ['bin/guesthouse.js', 'purge', '--due'], {
      env: { ...inherited, GUESTHOUSE_DATA: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const end = new Promise((resolve) => command.on('close', resolve))
    while (command.exitCode === null && state.left === before) {
      state = await lookAgain(store.db)
      await pause(1)
    }
    if (state.left > 0) {
      if (kills % 2 === 1) process.kill(serverOf(folder), 'SIGKILL')
      command.kill('SIGKILL')
      kills++
    }
    await end
    state = await lookAgain(store.db)
    if (state.left + state.proved !== count || state.told !== state.proved) torn++
  }
  await store.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
  return { kills, due: count, torn, ...state }
}
