import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import {
  addressOf,
  addressProblemWords,
  isAddress,
  parseAddress,
  type AddressProblem,
} from './address.ts'
import { domainProblemWords, isDomain, parseDomain, type DomainProblem } from './domain.ts'
import { isPrincipalName, nameKey } from './principal-name.ts'
import { fold, isName, linesOf, parseMessage, parseName } from './text.ts'

const keyOf = (text: string): string => {
  const parsed = parseAddress(text)
  return 'address' in parsed ? parsed.address.key : 'none'
}

test('R88: a dot-atom at a domain is an address, with every sign that RFC 5321 lets in', () => {
  for (const sign of `!#$%&'*+/=?^_\`{|}~-`) assert.ok(isAddress(`a${sign}b@contoso.example`), sign)
  for (const good of [
    "mary.o'kane@outside.example",
    '-a-@x.example',
    'zoë@contoso.example',
    '用户@例子.example',
    'a@1.2.example',
  ])
    assert.ok(isAddress(good), good)
  for (const sign of ' "(),:;<>@[\\]') assert.ok(!isAddress(`a${sign}b@contoso.example`), sign)
})

test('R88, K1: what is no address is refused, each with its reason in words', () => {
  const reasons: readonly [string, AddressProblem][] = [
    ['', 'empty'],
    ['ada', 'noAt'],
    ['@x.example', 'local'],
    ['a@b@c.example', 'local'],
    ['"a b"@x.example', 'local'],
    ['Ada <ada@x.example>', 'local'],
    ['ada＠home@x.example', 'local'],
    ['double..dot@x.example', 'dots'],
    ['.ada@x.example', 'dots'],
    ['ada.@x.example', 'dots'],
    ['ada@', { domain: 'empty' }],
    ['ada@nodot', { domain: 'form' }],
    ['ada@team_x.partner.example', { domain: 'underscore' }],
    ['ada@bad-.example', { domain: 'form' }],
    ['ada@-bad.example', { domain: 'form' }],
    ['ada@a..example', { domain: 'form' }],
    ['ada@ x.example', { domain: 'form' }],
    ['ada@x .example', { domain: 'form' }],
    ['ada@x.example.', { domain: 'form' }],
    ['ada@192.0.2.1', { domain: 'number' }],
    ['ada@[192.0.2.1]', { domain: 'number' }],
    ['ada@[IPv6:::1]', { domain: 'number' }],
    ['ada@0x7f.1', { domain: 'number' }],
    ['ada@１２７.0.0.1', { domain: 'number' }],
    ['ada@x.example/path', { domain: 'form' }],
    ['ada@x.ex%61mple', { domain: 'form' }],
    ['ada@x.123', { domain: 'form' }],
    ['ada@xn--zzzzzzz-.example', { domain: 'form' }],
    ['ada@xn--a.example', { domain: 'form' }],
    ['ada@ab--cd.example', { domain: 'form' }],
    [`ada@${'x'.repeat(64)}.example`, { domain: 'tooLong' }],
    [`${'x'.repeat(65)}@x.example`, 'tooLong'],
    [`${'ü'.repeat(33)}@x.example`, 'tooLong'],
    [`${'İ'.repeat(32)}@x.example`, 'tooLong'],
    [`ada@${'x.'.repeat(124)}example`, { domain: 'tooLong' }],
    [`${'a'.repeat(60)}@${'x.'.repeat(95)}example`, 'tooLong'],
  ]
  for (const [text, problem] of reasons) {
    assert.deepEqual(parseAddress(text), { problem }, text)
    assert.ok(addressProblemWords(problem).length > 10)
  }
  for (const problem of Object.keys(domainProblemWords) as DomainProblem[])
    assert.ok(addressProblemWords({ domain: problem }).includes('domain'))
})

test('K1, faults 03: nothing invisible stands in an address, wherever it was pasted', () => {
  for (const sign of [
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\uFEFF',
    '\u00AD',
    '\u202E',
    '\u2066',
    '\u034F',
    '\u3164',
    '\uFE0F',
    '\0',
    '\u0007',
    '\uD800',
  ])
    for (const text of [
      `zw${sign}sp@x.example`,
      `zwsp@x${sign}y.example`,
      `zwsp${sign}@x.example`,
      `zwsp@${sign}x.example`,
    ])
      assert.deepEqual(parseAddress(text), { problem: 'unseen' }, JSON.stringify(text))
  assert.equal(keyOf(' \tada@x.example\n'), 'ada@x.example')
})

test('K1, faults 05: every spelling of a mailbox has one key', () => {
  const spellings = [
    'mia@bücher.example',
    'MIA@BÜCHER.example',
    'mia@xn--bcher-kva.example',
    'Mia@XN--BCHER-KVA.EXAMPLE',
    'mia@bu\u0308cher.example',
    'mia@bücher。example',
    'mia@ＢÜCHER.example',
  ]
  assert.deepEqual([...new Set(spellings.map(keyOf))], ['mia@xn--bcher-kva.example'])
  assert.equal(keyOf('ZOE\u0308@x.example'), keyOf('zoë@x.example'))
  const { display, key } = addressOf(' Mia@BÜCHER.example ')
  assert.deepEqual([display, key], ['Mia@bücher.example', 'mia@xn--bcher-kva.example'])
})

const localLetters = fc.constantFrom(...`abcXYZ019!#$%&'*+/=?^_{|}~-äÖßéςΣİı漢`)
const label = fc.string({
  unit: fc.constantFrom(...'abcXYZ019äÖßéςΣı漢字'),
  minLength: 1,
  maxLength: 8,
})

test('K1: a key is its own key, of every spelling, as an address and as a name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: localLetters, minLength: 1, maxLength: 12 }),
      fc.array(label, { minLength: 1, maxLength: 3 }),
      (local, labels) => {
        const text = `${local}@${labels.join('.')}.example`
        const parsed = parseAddress(text)
        if ('problem' in parsed) return
        const { display, key } = parsed.address
        const domain = new URL(`http://${display.slice(display.lastIndexOf('@') + 1)}`).hostname
        for (const spelling of [
          key,
          display,
          text.normalize('NFD'),
          `${local}@${domain}`,
          `${local}@${domain.toUpperCase()}`,
          ` ${text} `,
        ])
          assert.equal(keyOf(spelling), key, spelling)
        assert.equal(nameKey(text), key)
        assert.ok(isPrincipalName(text) || /[(),:;]/.test(text), text)
      },
    ),
  )
})

test('K1: of any text there is one key, or one refusal, and no throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      (left, right) => {
        for (const text of [
          left,
          `${left}@${right}`,
          `${left}@${right}.example`,
          `ada@xn--${right}.example`,
        ]) {
          const parsed = parseAddress(text)
          if ('address' in parsed) assert.equal(keyOf(parsed.address.key), parsed.address.key)
          assert.equal(nameKey(nameKey(text)), nameKey(text))
        }
      },
    ),
  )
})

test('K1: a key is its own key where something unseen stood, and where a domain is one only once it is folded', () => {
  for (const text of [
    '@\u{FFA0}\u1681.example',
    'ada \u200B',
    '\u200B ada@x.example',
    'ada@x.example\u200B ',
    'ada@\u200B',
    'ΑΣ@ΑΣ_.example',
  ])
    assert.equal(nameKey(nameKey(text)), nameKey(text), JSON.stringify(text))
})

test('K2, faults 75: names are folded here, and folding twice is folding once', () => {
  assert.equal(fold('İSTANBUL'), fold(fold('İSTANBUL')))
  assert.equal(nameKey('ΣΙΣΥΦΟΣ@x.example'), nameKey('σισυφος@x.example'))
  assert.equal(nameKey('ΣΙΣΥΦΟΣ@x.example'), nameKey('σισυφοσ@x.example'))
  assert.equal(nameKey('MÜLLER@x.example'), nameKey('mu\u0308ller@X.EXAMPLE'))
  assert.equal(nameKey('ẞtraße@x.example'), nameKey('ßtraße@x.example'))
  assert.equal(nameKey('a\u200Bda@x.example'), nameKey('ada@x.example'))
  assert.notEqual(nameKey('müller@x.example'), nameKey('muller@x.example'))
})

test('K2: names hold nothing unseen, but what a script or an emoji is spelled with', () => {
  for (const good of ['Ada', 'Zoë O’Kane', 'علی‌رضا', 'Ada 👩‍💻', 'Love ❤️', '葛\u{E0100}城', 'क्‍ष'])
    assert.ok(isName(good), good)
  for (const bad of [
    '',
    ' ',
    '\u200B',
    'A\u200Bda',
    'Ada\u202Etxt.exe',
    'A\u2066b',
    'A\u200Db',
    'A\u00ADb',
    'A\nb',
    'A\u2028b',
    'A\u0000b',
    'J\uFFFDrg',
    'A\uFFF9b',
    '\uD800',
    'x'.repeat(257),
  ])
    assert.ok(!isName(bad), JSON.stringify(bad))
  assert.deepEqual(parseName(' Zoe\u0308 '), { name: 'Zoë' })
  for (const bad of [
    'contoso.example',
    '@x.example',
    'ada',
    'a da@x.example',
    'a\u200Bda@x.example',
    'ada@x',
    'ada@a_b.example',
  ])
    assert.ok(!isPrincipalName(bad), bad)
  assert.ok(isPrincipalName("mary.o'kane_outside.example#EXT#@contoso.example"))
})

test('K10: a text of several lines has one kind of line end and no other control character', () => {
  assert.deepEqual(linesOf('a\nb\r\nc\rd\u2028e\u2029f\u0085g\vh\fi'), [
    'a',
    'b',
    'c',
    'd',
    'e',
    'f',
    'g',
    'h',
    'i',
  ])
  assert.equal(parseMessage('a\r\nb\rc\u2028d'), 'a\nb\nc\nd')
  for (const bad of ['a\0b', 'a\tb', 'a\u001Bb', 'a\u0085b', 'a\vb', '\uD800'])
    assert.equal(parseMessage(bad), undefined, JSON.stringify(bad))
})

test('K1: a domain is one in every spelling', () => {
  assert.deepEqual(parseDomain('BÜCHER.example'), { domain: 'xn--bcher-kva.example' })
  assert.ok(
    isDomain('Contoso.Example') &&
      !isDomain('contoso') &&
      !isDomain('a_b.example') &&
      !isDomain('https://contoso.example'),
  )
})
