/**
 * Builds what browsers run, the portal's script and the admin centre, into dist/, each asset in
 * three forms: as it is, and compressed as browsers and proxies take it. Does nothing when what is
 * there was built from the very same sources. For a package, `-- package`, also the program of the
 * server and the command line.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { run } from './run.ts'

const root = join(import.meta.dirname, '..')
const apps = ['desk', 'admin'] as const
const note = join(root, 'dist', 'built-from')

const digest = (): string => {
  const files = globSync('{web,src/client,src/wire,src/words,src/kernel}/**/*.*', { cwd: root })
    .concat('vite.config.ts', 'scripts/build.ts', 'package-lock.json')
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const compress = (folder: string): void => {
  for (const file of globSync(join(folder, 'assets', '*.{js,css,svg}'))) {
    const plain = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(plain))
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
  }
}

const wanted = digest()
const isBuilt = (): boolean =>
  apps.every((app) => existsSync(join(root, 'dist', app, 'assets'))) &&
  existsSync(note) &&
  readFileSync(note, 'utf8') === wanted

/** Puts what was made in its place, unless somebody who builds the same at once is faster. */
const place = (made: string, app: string): void => {
  const there = join(root, 'dist', app)
  try {
    rmSync(there, { recursive: true, force: true })
    renameSync(join(made, app), there)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

if (!isBuilt()) {
  console.error('Building the web apps …')
  // Beside what is served meanwhile, and beside another build: `npm start` and `npm test` at once.
  mkdirSync(join(root, 'dist'), { recursive: true })
  const making = mkdtempSync(join(root, 'dist', '.making-'))
  for (const app of apps) {
    const { code, output } = await run('vite', ['build', '--logLevel', 'warn'], {
      env: { APP: app, OUT: join(making, app) },
      quiet: true,
    })
    if (code !== 0) {
      console.error(output)
      console.error(`The ${app} could not be built.`)
      rmSync(making, { recursive: true, force: true })
      process.exit(code)
    }
    compress(join(making, app))
  }
  if (!isBuilt()) {
    for (const app of apps) place(making, app)
    writeFileSync(note, wanted)
  }
  rmSync(making, { recursive: true, force: true })
  // Compiles what a start compiles, so that the first one finds it done.
  await run('node', ['bin/guesthouse.js', '--version'], { quiet: true, cwd: root })
}

if (process.argv.includes('package')) {
  console.error('Building the server and the command line …')
  rmSync(join(root, 'dist', 'server'), { recursive: true, force: true })
  const { bundleServer } = await import('./bundle.ts')
  await bundleServer(join(root, 'dist', 'server'))
}
