/**
 * Builds the two web apps into dist/, each asset in three forms: as it is, and compressed as
 * browsers and proxies take it. Does nothing when what is there was built from the very same
 * sources.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { run } from './run.ts'

const root = join(import.meta.dirname, '..')
const apps = ['portal', 'admin'] as const
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

const compress = (app: string): void => {
  for (const file of globSync(join(root, 'dist', app, 'assets', '*.{js,css,svg}'))) {
    const plain = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(plain))
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
  }
}

const wanted = digest()
const isBuilt =
  apps.every((app) => existsSync(join(root, 'dist', app, 'index.html'))) &&
  existsSync(note) &&
  readFileSync(note, 'utf8') === wanted

if (!isBuilt) {
  console.error('Building the web apps …')
  for (const app of apps) {
    const { code, output } = await run('vite', ['build', '--logLevel', 'warn'], {
      env: { APP: app },
      quiet: true,
    })
    if (code !== 0) {
      console.error(output)
      console.error(`The ${app} could not be built.`)
      process.exit(code)
    }
    compress(app)
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(note, wanted)
  // Compiles what a start compiles, so that the first one finds it done.
  await run('node', ['bin/guesthouse.js', '--version'], { quiet: true, cwd: root })
}
