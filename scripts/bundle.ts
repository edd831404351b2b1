/**
 * Makes one program of the server and the command line, `dist/server/main.js`, with everything that
 * they are made of: the packages, and the texts that stand in files of their own beside the
 * sources. A package that is installed consists of it, the web apps and the migrations.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown, type OutputBundle, type OutputChunk, type Plugin } from 'rolldown'
import { SourceMapConsumer, SourceMapGenerator, type RawSourceMap } from 'source-map-js'

const root = join(import.meta.dirname, '..')

/** What is started by its own name: the command, and what runs beside it. */
const entries = {
  main: 'src/cli/main.ts',
  worker: 'src/credentials/password/worker.ts',
  guard: 'src/store/embedded/guard.ts',
}

const ownText = /readFileSync\(\s*new URL\('([^']+)', import\.meta\.url\),\s*'utf8',?\s*\)/g
const textOfPackage =
  /readFileSync\(\s*new URL\('([^']+)', import\.meta\.resolve\('([^']+)'\)\),\s*'utf8',?\s*\)/g
const besideThis = /new URL\('([\w-]+)\.ts', import\.meta\.url\)/g
const belowRoot = /new URL\('(\.\.\/[^']+)', import\.meta\.url\)/g

const inlined = (url: URL): string => JSON.stringify(readFileSync(url, 'utf8'))

// All that is made lies in dist/server, two folders below the root, wherever its source lies.
const fromServer = (path: string, file: string): string => {
  const target = relative(root, join(dirname(file), path)).replaceAll('\\', '/')
  return `new URL('../../${target}${path.endsWith('/') ? '/' : ''}', import.meta.url)`
}

const found = (code: string, file: string): string => {
  const here = new URL(`file://${file}`)
  return code
    .replaceAll(ownText, (whole, path: string) =>
      path.endsWith('.json') ? whole : inlined(new URL(path, here)),
    )
    .replaceAll(textOfPackage, (_, path: string, name: string) =>
      inlined(new URL(path, import.meta.resolve(name))),
    )
    .replaceAll(besideThis, `new URL('$1.js', import.meta.url)`)
    .replaceAll(belowRoot, (_, path: string) => fromServer(path, file))
}

const known = /createRequire\(import\.meta\.url\)|new URL\('[^']+', import\.meta\.url\)/g

/** What sources find beside themselves is found by the program, or is in it. */
const findsItsFiles: Plugin = {
  name: 'finds its files',
  transform: (code, file) => {
    if (!file.startsWith(join(root, 'src'))) return undefined
    const written = found(code, file)
    if (/import\.meta\.(?:url|resolve|dir)/.test(written.replaceAll(known, '')))
      throw new Error(`${file} finds a file in a way that scripts/bundle.ts does not know.`)
    return written === code ? undefined : { code: written, map: null }
  },
}

/** A map that knows lines alone, a tenth of the whole: that is what traces are read for. */
const linesOnly = (text: string): string => {
  const map = JSON.parse(text) as RawSourceMap
  const lines = new SourceMapGenerator({ file: map.file ?? '' })
  let last = ''
  new SourceMapConsumer(map).eachMapping(
    ({ source, originalLine, generatedLine, generatedColumn }) => {
      const line = `${source}:${originalLine}:${generatedLine}`
      if (source === null || originalLine === null || line === last) return
      last = line
      lines.addMapping({
        source: source.replace(/^(\.\.\/)+/, ''),
        original: { line: originalLine, column: 0 },
        generated: { line: generatedLine, column: generatedColumn },
      })
    },
  )
  return lines.toString()
}

const packageOf = (file: string): string | undefined =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0]

const licenceFiles = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'LICENSE-MIT']

const licenceOf = (folder: string): string => {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, string>
  const text = licenceFiles.flatMap((file) => {
    try {
      return [readFileSync(join(folder, file), 'utf8').trim()]
    } catch {
      return []
    }
  })[0]
  return `${name} ${version} (${license})\n\n${text ?? ''}`
}

/** The licences of all packages that `files` are of. */
export const licencesOf = (files: Iterable<string>): string => {
  const folders = new Set([...files].flatMap((file) => packageOf(file.replace(/^\0/, '')) ?? []))
  return [...folders]
    .toSorted()
    .map(licenceOf)
    .join(`\n\n${'-'.repeat(80)}\n\n`)
}

const chunksOf = (bundle: OutputBundle | readonly unknown[]): OutputChunk[] =>
  Object.values(bundle).filter((one): one is OutputChunk => (one as OutputChunk).type === 'chunk')

/** Writes the program into `folder`. Names stay as they are, for those who read traces. */
export const bundleServer = async (folder: string): Promise<void> => {
  const bundle = await rolldown({
    input: entries,
    platform: 'node',
    cwd: root,
    // A driver that who wants it installs beside the package; nobody does here.
    external: ['pg-native'],
    checks: { eval: false, pluginTimings: false },
    plugins: [findsItsFiles],
  })
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    sourcemap: 'hidden',
    // The provider names its records after its classes.
    keepNames: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: { mangle: false, compress: true, codegen: true },
  })
  await bundle.close()
  const chunks = chunksOf(output)
  for (const { fileName, map } of chunks)
    if (map) writeFileSync(join(folder, `${fileName}.map`), linesOnly(map.toString()))
  writeFileSync(
    join(folder, 'licences.txt'),
    licencesOf(chunks.flatMap(({ moduleIds }) => moduleIds)),
  )
}

if (import.meta.main) await bundleServer(fileURLToPath(new URL('../dist/server/', import.meta.url)))
