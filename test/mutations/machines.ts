/**
 * Breaks of what keeps people's data when machines fail (faults, machines.md), each caught by a
 * test.
 */
import type { Mutation } from './mutation.ts'

const away = 'src/store/away.test.ts'
const embedded = 'src/store/embedded/embedded.test.ts'
const damaged = 'K25, F2: a folder that is damaged'
const wrongClock = 'K26: a clock that is wrong takes nobody away'
const probe = 'test/machines/probe.test.ts'
const journal = 'src/privacy/journal.test.ts'
const putBack = 'F6, R140: a backup that is put back'
const copied = {
  test: 'src/store/embedded/copy.test.ts',
  title: 'a copy of the server that is half there',
} as const

export const mutations: readonly Mutation[] = [
  {
    rule: 'issue 13',
    title: 'a door that lets in for longer is a round that failed',
    file: 'src/cli/probe/refused.ts',
    from: "found !== 'refused')",
    to: "found === 'silent')",
    test: probe,
  },
  {
    rule: 'issue 13',
    title: 'rounds add nothing to what is there',
    file: 'src/events/chain.sql.ts',
    from: 't.id = q.tenant_id and t.is_probe',
    to: 'false',
    test: probe,
  },
  {
    rule: 'issue 13',
    title: 'of several processes one has the turn of a minute',
    file: 'src/cli/probe/place.sql.ts',
    from: 'and ${plus(now, betweenMs)}',
    to: 'and ${now}',
    test: probe,
  },
  {
    rule: 'issue 13',
    title: 'it is no request and no leave of anybody',
    file: 'src/server/request-log.ts',
    from: 'if (probe !== true) count',
    to: 'count',
    test: probe,
  },
  {
    rule: 'issue 13',
    title: 'the synthetic guest uses up nobody’s share',
    file: 'src/edge/probe-mark.ts',
    from: 'timingSafeEqual(given, expected)',
    to: 'true',
    test: 'src/edge/probe-mark.test.ts',
  },
  {
    rule: 'issue 13',
    title: 'issue 13: the checklist of the first hour tells what is done',
    file: 'src/directory/organizations/first-hour.sql.ts',
    from: 'limit 2) able) = 2`',
    to: 'limit 2) able) > 0`',
    test: 'src/graph/overview.test.ts',
  },
  {
    rule: 'issue 13',
    title: 'issue 13: the doctor knows the last backup and the last job',
    file: 'src/cli/doctor/judged.rule.ts',
    from: 'now.getTime() - lastAt.getTime() < silentMs',
    to: 'now >= lastAt',
    test: 'src/cli/doctor/doctor.test.ts',
  },
  {
    rule: 'issue 13',
    title: 'issue 13: the doctor leaves the schema as it is',
    file: 'src/cli/doctor/facts.sql.ts',
    from: 'pending: await countPending(db)',
    to: 'pending: 0',
    test: 'src/cli/doctor/doctor.test.ts',
  },
  // F1: a server that falls silent.
  {
    rule: 'F1',
    file: 'src/store/connection.ts',
    from: `setTimeout(
      () => stream.destroy(new Error('PostgreSQL did not answer in time')),
      withinMs,
    )`,
    to: 'setTimeout(() => {}, withinMs)',
    test: away,
    title: 'K25: a server that falls silent is hung up on',
    quick: true,
  },
  {
    rule: 'F1',
    file: 'src/store/postgres.ts',
    from: 'const cut = setTimeout(cutAll, closeTimeoutMs)',
    to: 'const cut = setTimeout(() => {}, closeTimeoutMs)',
    test: away,
    title: 'K25: closing does not wait',
  },
  {
    rule: 'F1',
    file: 'src/worker/running.ts',
    from: "const timer = setTimeout(() => limit.resolve('over'), limitMs).unref()",
    to: 'const timer = setTimeout(() => {}, limitMs).unref()',
    test: 'src/worker/overrun.test.ts',
    title: 'K25, F1: a job that hangs',
  },
  // F2: "not there" and "damaged" are not the same.
  {
    rule: 'F2',
    file: 'src/store/embedded/folder.ts',
    from: 'if (damaged !== undefined)',
    to: 'if (false)',
    test: embedded,
    title: damaged,
    quick: true,
  },
  {
    rule: 'F2',
    file: 'src/store/embedded/folder.ts',
    from: 'if (mark.systemIdentifier !== systemIdentifierOf(cluster))',
    to: 'if (false)',
    test: embedded,
    title: damaged,
  },
  {
    rule: 'F2',
    file: 'src/store/embedded/folder.ts',
    from: "if (mark.state === 'making' && isEmpty(cluster)) return true",
    to: 'if (isEmpty(cluster)) return true',
    test: embedded,
    title: damaged,
  },
  // F4: a clock that is wrong.
  {
    rule: 'F4',
    file: 'src/worker/running.ts',
    from: 'if (job.forGood === true && !(await mayGoOn(',
    to: 'if (false && !(await mayGoOn(',
    test: 'src/worker/clock.test.ts',
    title: wrongClock,
    quick: true,
  },
  {
    rule: 'F4',
    file: 'src/worker/clock.rule.ts',
    from: 'if (Math.abs(now.getTime() - storeNow.getTime()) > mostDifferenceMs)',
    to: 'if (false)',
    test: 'src/worker/clock.rule.test.ts',
    title: 'K26: a clock that differs',
  },
  {
    rule: 'F4',
    file: 'src/worker/clock.rule.ts',
    from: '&& passedMs <= mostJumpMs) return',
    to: ') return',
    test: 'src/worker/clock.rule.test.ts',
    title: 'K26: a clock that has jumped',
  },
  {
    rule: 'F4',
    file: 'src/cli/commands/purge-command.ts',
    from: 'if (!isBelieved(state)) throw',
    to: 'if (false) throw',
    test: 'src/worker/clock.test.ts',
    title: wrongClock,
  },
  // F5: who is permanently deleted before the application was told.
  {
    rule: 'F5',
    file: 'migrations/0024_debts_of_logouts.sql',
    from: 'on delete set null (user_id)',
    to: 'on delete cascade',
    test: 'src/propagation/back-channel.test.ts',
    quick: true,
  },
  // F6: a backup that is put back.
  {
    rule: 'F6',
    file: 'src/cli/serve.ts',
    from: '  await replayErasures(db, config, clock(), terminal.err)\n',
    to: '',
    test: journal,
    title: putBack,
    quick: true,
  },
  {
    rule: 'F6',
    file: 'src/privacy/journal.ts',
    from: 'await endAccessOfEverybody(db, now)\n',
    to: '',
    test: journal,
    title: putBack,
  },
  {
    rule: 'F6',
    file: 'src/privacy/journal.ts',
    from: 'erased += await eraseAgain(db, missing, context)',
    to: 'erased += missing.length',
    test: journal,
    title: putBack,
  },
  {
    rule: 'F6',
    file: 'src/privacy/journal.ts',
    from: 'if (whole < text.length) truncateSync(file, whole)',
    to: '',
    test: journal,
    title: 'F6: a journal that was cut off',
  },
  // F7: stopping behind receivers that hang.
  {
    rule: 'F7',
    file: 'src/cli/main.ts',
    from: 'setTimeout(() => process.exit(), secondMs).unref()',
    to: '',
    test: 'test/machines/stop-behind-hanging.test.ts',
  },
  {
    rule: 'F7',
    file: 'src/worker/schedule.ts',
    from: 'const leftAfterMs = 5 * secondMs',
    to: 'const leftAfterMs = 500 * secondMs',
    test: 'test/machines/stop-behind-hanging.test.ts',
  },
  // F8: stopping cuts nobody off, and ends.
  {
    rule: 'F8',
    file: 'src/server/listen.ts',
    from: '  watched.sayLast()\n  await pause(drainMs)\n',
    to: '',
    test: 'src/cli/serve.test.ts',
    title: 'F8: while it stops, newcomers are answered',
  },
  {
    rule: 'F8',
    file: 'src/server/listen.ts',
    from: 'const grace = setTimeout(() => server.closeAllConnections(), graceMs)',
    to: 'const grace = setTimeout(() => {}, graceMs)',
    test: 'src/cli/serve.test.ts',
    title: 'F8: a request that is never answered',
    quick: true,
  },
  {
    rule: 'F8',
    file: 'src/server/health.ts',
    from: "if (isStopping()) return c.text('stopping\\n', 503, fresh)",
    to: '',
    test: 'src/cli/serve.test.ts',
    title: 'F8: who asks whether it is ready',
  },
  // F9: behind a pooler.
  {
    rule: 'F9',
    file: 'src/store/connection.ts',
    from: "['26000', '42P05']",
    to: '[]',
    test: away,
    title: 'F9: a prepared statement',
  },
  // F10: what a connection throws that is not ours to use.
  {
    rule: 'F10',
    file: 'src/store/store-error.ts',
    from: `? error
      : new StoreUnavailable(`,
    to: '? error : new Error(',
    test: away,
    title: 'K28: whatever step of a transaction',
  },
  // F11: the rest.
  {
    rule: 'F11',
    file: 'src/store/postgres.ts',
    from: '          idle_in_transaction_session_timeout: idleInTransactionMs,\n',
    to: '',
    test: away,
    title: 'F11: the server has limits of its own',
  },
  {
    rule: 'F11',
    file: 'src/server/health.ts',
    from: 'if (damage !== undefined) return',
    to: 'if (false) return',
    test: 'src/store/embedded/damaged-tables.test.ts',
  },
  {
    rule: 'F11',
    file: 'src/store/soundness.ts',
    from: '> 0 and pg_relation_size(',
    to: '< 0 and pg_relation_size(',
    test: 'src/store/embedded/damaged-tables.test.ts',
  },
  // One folder, one server, and none that stays behind.
  {
    rule: 'Folder',
    file: 'src/store/embedded/server.ts',
    from: 'if (before !== thisPlace() && !isUnused(folder))',
    to: 'if (false)',
    test: embedded,
    title: 'a folder that is in use elsewhere',
  },
  {
    rule: 'Folder',
    file: 'src/store/embedded/process.ts',
    from: 'return (await commandOf(pid)).includes(` ${clusterName(folder)} `)',
    to: 'return true',
    test: embedded,
    title: 'a number of a process that is somebody else’s',
  },
  {
    rule: 'Folder',
    file: 'src/store/embedded/server.ts',
    from: `process.execPath,
      script,
      folder,
      forgotten ? 'forget' : 'keep',
    ]`,
    to: "process.execPath, script, '', 'keep']",
    test: embedded,
    title: 'a process that is killed while its server starts',
  },
  // The copy of the server's programs.
  {
    rule: 'Copy',
    file: 'src/store/embedded/copy.ts',
    from: '(status.mode & 0o022) === 0',
    to: 'true',
    ...copied,
  },
  {
    rule: 'Copy',
    file: 'src/store/embedded/copy.ts',
    from: 'one.size === other.size && second(one) === second(other)',
    to: 'true',
    ...copied,
  },
  {
    rule: 'Copy',
    file: 'src/store/embedded/copy.ts',
    from: 'ours !== undefined && isTheirs',
    to: 'ours === undefined || isTheirs',
    ...copied,
  },
  // The command line.
  {
    rule: 'Exec',
    file: 'src/cli/attached-program.ts',
    from: 'kill -TERM "$pid"',
    to: 'true "$0"',
    test: 'src/cli/attached-program.test.ts',
    title: 'whoever runs a program on the store takes it along',
  },
  {
    rule: 'Address',
    file: 'src/cli/own-address.ts',
    from: 'kept.isNamed || !saysWhere',
    to: '!saysWhere',
    test: 'src/cli/own-address.test.ts',
    title: 'the command line prints the address that the server keeps',
  },
]
