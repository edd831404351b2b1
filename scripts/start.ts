/**
 * npm start and npm run demo: builds the web apps when their sources have changed, then runs the
 * command in this very process. npm runs it in a shell, which does not pass signals on: when the
 * shell is gone, this process is told to end too.
 */
const shell = process.ppid
const lookMs = 1_000

// Who pressed Ctrl+C has told both; to be told twice does no harm.
const look = setInterval(() => {
  if (process.ppid === shell) return
  clearInterval(look)
  process.kill(process.pid, 'SIGTERM')
}, lookMs).unref()

await import('./build.ts')
const command = new URL('../bin/guesthouse.js', import.meta.url)
await import(command.href)
