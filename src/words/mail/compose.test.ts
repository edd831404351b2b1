/** Every mail in every language, without a store. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare } from '../../../test/browser/accented.ts'
import { everyLetter, given } from '../../../test/letters.ts'
import { asSecret, type Letter } from '../../mail/letters.ts'
import { languages, localeOf, pseudoTag, type Locale } from '../locales.ts'
import { compose, letterKinds, type Composed } from './compose.ts'

const publicUrl = 'https://guesthouse.example'
const locale = (tag: string): Locale => localeOf(tag) ?? assert.fail(tag)
const written = (letter: Letter, tag: string, zone: string | null = null): Composed =>
  compose(letter, { locale: locale(tag), zone }, publicUrl)

/** What of a text stands in no message: names that people have, addresses and dates may. */
const rest = (text: string): string =>
  bare(text, Object.values(given)).replaceAll(
    /https:\/\/\S+|\d+ May 2026 at \d+:\d+ UTC|[0-9a-f-]{36}|Firefox|^> .*$/gm,
    ' ',
  )

test('R128: a letter of each kind is tried below', () => {
  const tried = new Set(everyLetter.map(({ kind }) => kind))
  assert.deepEqual(
    letterKinds.filter((kind) => !tried.has(kind)),
    [],
    'add it to test/letters.ts',
  )
})

test('R128: no mail holds a sentence that is bound to a language: each stands in a message of accented English', () => {
  for (const letter of everyLetter) {
    const { subject, text, html } = written(letter, pseudoTag)
    const seen = html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&gt;', '>')
    for (const part of [subject, text, seen])
      assert.doesNotMatch(rest(part), /[A-Za-z]{2,}/, JSON.stringify(letter))
  }
})

const links = (text: string): string[] => text.match(/https:\/\/\S+/g) ?? []

test('R128: every mail is written in every language, with the same addresses, facts and parts, in its direction', () => {
  for (const letter of everyLetter) {
    const english = written(letter, 'en')
    for (const language of languages) {
      const { subject, text, html, replyTo } = written(letter, language)
      const which = `${language} ${JSON.stringify(letter)}`
      assert.deepEqual(links(text), links(english.text), which)
      assert.equal(text.split('\n').length, english.text.split('\n').length, which)
      assert.equal(replyTo, english.replyTo)
      if (language !== 'en') assert.notEqual(subject, english.subject, which)
      for (const name of Object.values(given))
        assert.equal(text.includes(name), english.text.includes(name), `${name}: ${which}`)
      assert.ok(
        html.startsWith(
          `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`,
        ),
      )
    }
  }
})

test('R128: what somebody wrote is theirs, and neither begins a line of ours nor becomes a tag', () => {
  const organization = {
    id: 'x',
    name: '<b>Fabrikam</b>\nPay here: https://evil.example',
    domain: null,
  }
  const message = 'one\r\ntwo\u2028three <script>alert(1)</script>'
  const values = {
    organization,
    inviter: 'Eve\nAdmin',
    inviterMail: null,
    mayLeave: true,
    message,
    token: asSecret('x'),
  }
  const { subject, text, html } = written(
    { kind: 'invitation', values: { ...values, expiresAt: '2026-05-01T12:00:00Z' } },
    'en',
  )
  assert.doesNotMatch(subject, /\n/)
  assert.ok(
    !text
      .split('\n')
      .some(
        (line) =>
          line.startsWith('Pay here') || line.startsWith('Admin') || line.startsWith('three'),
      ),
  )
  for (const word of ['one', 'two', 'three'])
    assert.ok(text.split('\n').some((line) => line.startsWith(`> ${word}`)))
  assert.doesNotMatch(html, /<script|<b>/)
})

test('R128: times are written in the reader’s zone, which is named; a zone that is none is UTC', () => {
  const letter: Letter = {
    kind: 'newBrowser',
    values: {
      at: '2026-05-01T22:30:00.000Z',
      browser: 'Firefox',
      system: 'Linux',
      hasPassword: true,
    },
  }
  assert.match(written(letter, 'en', 'Europe/Berlin').text, /2 May 2026 at 00:30 CEST/)
  assert.match(written(letter, 'de', 'Europe/Berlin').text, /2\. Mai 2026 um 00:30 MESZ/)
  assert.match(written(letter, 'de-AT', 'Asia/Tokyo').text, /2\. Mai 2026 um 07:30 GMT\+9/)
  assert.match(written(letter, 'ja', 'Asia/Tokyo').text, /2026年5月2日/)
  assert.match(written(letter, 'en', 'Nowhere/Here').text, /1 May 2026 at 22:30 UTC/)
})

test('R128: an invitation names the organization and its domain, where an answer goes, and what to do with one that nobody expected', () => {
  const letter = everyLetter.find(({ kind }) => kind === 'invitation') ?? assert.fail()
  const { text, replyTo } = written(letter, 'en')
  assert.match(text, /Frank Weber of Fabrikam invites you/)
  assert.match(text, /not expecting this\?.*Fabrikam \(fabrikam\.example\)/)
  assert.match(text, /An answer to this mail goes to Frank Weber\./)
  assert.equal(replyTo, given.inviterMail)
})
