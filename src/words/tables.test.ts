/**
 * The tables of words: nothing is missing, nothing is left over, and each language uses what a
 * message is given.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type * as English from './en/admin/deleted.ts'
import { acceptedTags, adminLanguages, firstLocale, languages, localeOf } from './locales.ts'
import { pluralOf, speechOf } from './speech.ts'

type Leaf = readonly [path: string, message: unknown]
const leavesOf = (table: unknown, path: string): Leaf[] =>
  typeof table === 'object' && table !== null
    ? Object.entries(table).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`))
    : [[path, table]]

/**
 * The tables of a language: file → leaves. Those of an app stand in a folder of its name, where not
 * all languages have them.
 */
const tablesOf = async (language: string): Promise<Map<string, Leaf[]>> => {
  // What puts tables together has no words of its own; problems are told in
  // English by the directory API itself.
  const files = globSync(`src/words/${language}/**/*.ts`)
    .filter((file) => !/\/(?:admin\/(?:admin|problems)|server)\.ts$/.test(file))
    .toSorted()
  const read = files.map(async (file) => {
    const exported = (await import(`../../${file}`)) as Record<string, unknown>
    const place = file.slice(`src/words/${language}/`.length)
    return [place, leavesOf(exported, place.slice(0, -'.ts'.length))] as const
  })
  return new Map(await Promise.all(read))
}

const isOfAdmin = (place: string): boolean => place.startsWith('admin/')

/** The values that a message asks for: those that have a name by it, the others by their place. */
const asked = (message: unknown): string[] => {
  if (typeof message !== 'function') return []
  const names = new Set<string>()
  const value = (place: number) => {
    const get = (_: object, name: string | symbol) => {
      if (name !== Symbol.toPrimitive) return names.add(String(name)) && 3
      return () => names.add(`value ${place}`) && 3
    }
    return new Proxy({}, { get })
  }
  const say = message as (...values: readonly object[]) => unknown
  say(value(1), value(2), value(3))
  return [...names].toSorted()
}

test('R128: each language has the same tables and messages, uses the same values, and is not English', async () => {
  const english = await tablesOf('en')
  assert.ok(english.size >= 2)
  for (const language of languages.filter((one) => one !== 'en')) {
    const tables = await tablesOf(language)
    const places = [...english.keys()]
    assert.deepEqual(
      [...tables.keys()],
      adminLanguages.includes(language) ? places : places.filter((place) => !isOfAdmin(place)),
      language,
    )
    for (const [file, leaves] of tables) {
      const originals = new Map(english.get(file))
      assert.deepEqual(
        leaves.map(([path]) => path).toSorted(),
        [...originals.keys()].toSorted(),
        `${language}/${file}`,
      )
      for (const [path, message] of leaves) {
        assert.deepEqual(asked(message), asked(originals.get(path)), `${language} ${path}`)
        if (typeof message === 'string' && /\w+ \w+ \w+/.test(message))
          assert.notEqual(message, originals.get(path), `${language} ${path} is English`)
      }
    }
  }
})

/** What a message says, with a mark in the place of each value. */
const saidOf = (message: unknown): string => {
  if (typeof message !== 'function') return String(message)
  const value = new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name === 'symbol' ? (hint: string) => (hint === 'number' ? 2 : '…') : '2',
    },
  )
  return String((message as (...values: readonly object[]) => unknown)(value, value, value))
}

/**
 * Sentences that name what is written elsewhere, a page of the admin centre, a word on the wire, or
 * give an example of a name.
 */
const namesOthers: ReadonlySet<string> = new Set([
  'mail.mail.removalAsked.answer.enable',
  'mail.mail.removalAsked.answer.remove',
  'security.security.passkeyNameHint',
  'admin/providers.providers.subjectHint',
  'consent.consent.admin.undo',
])

test('R128: a page or button that a sentence names is named by its own words', async () => {
  for (const language of languages) {
    const tables = await tablesOf(language)
    if (!tables.has('shell.ts')) continue
    const said = [...tables.values()].flatMap((leaves) =>
      leaves.map(([path, message]) => [path, saidOf(message)] as const),
    )
    const words = new Set(said.map(([, text]) => text))
    for (const [path, text] of said)
      for (const [, name = ''] of text.matchAll(/[„«「]\s*([^“»」…2]+?)\s*[“»」]/g))
        assert.ok(
          words.has(name) || namesOthers.has(path),
          `${language} ${path}: nothing is called ${name}`,
        )
  }
})

/** What each list of words of a language says of an English word. */
const listed = (language: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(`src/words/${language}/README.md`, 'utf8')
      .matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)
      .flatMap(([, english = '', theirs = '']) => {
        const words = theirs.split(/, |、|، /)
        return english.split(', ').map((word, place) => [word, words[place] ?? ''] as const)
      }),
  )

const oneWordEach = ['audit log', 'authenticator app', 'passkey', 'recovery code']

test('R128: one thing has one word, which stands in the list of the language', async () => {
  const english = new Map([...(await tablesOf('en')).values()].flat())
  const seen = new Set<string>()
  // Arabic changes a word by its place in the sentence.
  for (const language of languages.filter((one) => one !== 'en' && one !== 'ar')) {
    const list = listed(language)
    const said = [...(await tablesOf(language)).values()].flat()
    for (const [word, theirs] of oneWordEach.map((one) => [one, list.get(one)] as const))
      for (const [path, message] of theirs === undefined ? [] : said) {
        if (!new RegExp(`\\b${word}\\b`, 'i').test(saidOf(english.get(path)))) continue
        seen.add(`${language} ${word}`)
        assert.ok(
          saidOf(message)
            .toLowerCase()
            .includes((theirs ?? '').toLowerCase()),
          `${language} ${path}: ${word} is ${theirs}`,
        )
      }
  }
  assert.ok(seen.size >= 7, `${[...seen].join(', ')}`)
})

test('R128: French signs keep their distance, and begin no line', async () => {
  for (const leaves of (await tablesOf('fr')).values())
    for (const [path, message] of leaves)
      assert.doesNotMatch(saidOf(message), / [:;!?»]|« |[^\s\u00a0\u202f?!][;!?»](?!\w)/, path)
})

test('R128: every message is said by somebody', async () => {
  const speakers = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'])
    .filter((path) => !/^src\/words\/[a-z]{2}\/|\.test\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const said = new Set(speakers.match(/[A-Za-z]\w*/g))
  // Chosen by what happened, put together from two words: the request and its answer.
  const chosen = new Set(['removalDone', 'removalDeclined', 'restoreDone', 'restoreDeclined'])
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  // Looked up by what the directory API says: wire-names.test.ts compares them.
  const lookedUp = /^(?:role-names|admin\/audit|admin\/roles\.roles\.(?:names|descriptions))\./
  const leaves = [...(await tablesOf('en')).values()].flat()
  assert.ok(leaves.length > 80, `${leaves.length} messages`)
  assert.deepEqual(
    leaves
      .map(([path]) => path)
      .filter((path) => {
        const name = path.split(/[./]/).at(-1) ?? ''
        return ![isId.test(name), lookedUp.test(path), said.has(name), chosen.has(name)].some(
          Boolean,
        )
      }),
    [],
  )
})

test('R128: the best language that is written is taken, with its region; what is no tag is passed over', () => {
  assert.deepEqual(localeOf('de-AT'), { language: 'de', tag: 'de-AT', direction: 'ltr' })
  assert.deepEqual(localeOf('ar'), { language: 'ar', tag: 'ar', direction: 'rtl' })
  assert.equal(firstLocale([null, 'pl', 'xx-yy-zz', '<script>', 'fr-CA', 'de']).tag, 'fr-CA')
  assert.equal(firstLocale(['pl']).language, 'en')
  assert.deepEqual(acceptedTags('de;q=0.3, ja, ar;q=0.9, en;q=0, *;q=0.1'), ['ja', 'ar', 'de', '*'])
  assert.deepEqual(acceptedTags(undefined), [])
})

test('R128: numbers of things are counted as the language counts', () => {
  const days = pluralOf('ar')
  const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' }
  assert.deepEqual(
    [0, 1, 2, 3, 11, 100].map((count) => days(count, forms)),
    ['zero', 'one', 'two', 'few', 'many', 'other'],
  )
  assert.equal(pluralOf('de')(1234, { one: '# Tag', other: '# Tage' }), '1.234 Tage')
})

test('R61: a preview of a restore counts what comes back and what does not, and nothing that is not there', async () => {
  for (const language of adminLanguages) {
    const { deleted } = (await import(`./${language}/admin/deleted.ts`)) as typeof English
    const told = [
      ['', ''],
      ['2 A', ''],
      ['', '1 B'],
      ['2 A', '1 B'],
    ].map(([back = '', lost = '']) => deleted.previewOf(back, lost, deleted.reportNothing))
    const digits = told.map((text) => text.replaceAll(/\D/g, ''))
    assert.deepEqual(digits, ['', '2', '1', '21'], language)
    assert.equal(new Set(told.map((text) => text.replaceAll(/\d/g, ''))).size, 4, language)
    for (const words of [deleted.kindCounts, deleted.objects.kinds])
      for (const [kind, counted] of Object.entries(words))
        for (const count of [1, 2])
          assert.match(counted(count), new RegExp(`^${count} \\p{L}`, 'u'), `${language}: ${kind}`)
  }
})

test('R128: a name that runs the other way is set apart within a sentence', () => {
  const [english, arabic] = [
    speechOf(localeOf('en') ?? assert.fail()),
    speechOf(localeOf('ar') ?? assert.fail()),
  ]
  assert.deepEqual([english.name('Ada'), english.name('ليلى')], ['Ada', '\u2068ليلى\u2069'])
  assert.deepEqual([arabic.name('Ada'), arabic.name('ليلى')], ['\u2068Ada\u2069', 'ليلى'])
  const facts = ['ليلى', '', '6:43 م UTC', '192.0.2.7']
  assert.equal(english.beside(['Ada', '', '192.0.2.7']), 'Ada · 192.0.2.7')
  assert.equal(arabic.beside(facts), 'ليلى · \u20686:43 م UTC\u2069 · 192.0.2.7')
})

test('the languages that there are stand in docs/languages.md, each a column, and in the README', () => {
  const inEnglish = new Intl.DisplayNames('en', { type: 'language' })
  const names = languages.map((language) => inEnglish.of(language))
  const [header] = readFileSync('docs/languages.md', 'utf8').match(/^\|.*\|$/m) ?? []
  assert.deepEqual(
    header?.split('|').flatMap((cell) => (cell.trim() === '' ? [] : [cell.trim()])),
    names,
  )
  const readme = readFileSync('README.md', 'utf8')
  assert.deepEqual(
    names.filter((name) => !readme.includes(String(name))),
    [],
  )
})
