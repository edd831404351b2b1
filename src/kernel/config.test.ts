import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ConfigError, localUrl, readConfig } from './config.ts'
import { settings, settingsHelp } from './settings.ts'

const refused = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message
  }
  return 'taken'
}

test('U18: what a setting has to be is told in a sentence, and no secret is repeated', () => {
  const key = Buffer.alloc(31).toString('base64')
  const sentences: readonly [Record<string, string>, RegExp][] = [
    [{ PORT: 'web' }, /^PORT needs a whole number from 0 to 65535, not "web"\.$/],
    [{ PORT: '0x50' }, /^PORT needs/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL needs one of fatal, error, .* not "loud"\.$/],
    [
      { GUESTHOUSE_URL: 'guests.example' },
      /^GUESTHOUSE_URL needs the address that people use, such as https:\S+, not "guests\.example"\.$/,
    ],
    [
      { GUESTHOUSE_ALLOW_PLAIN_SMTP: 'yes' },
      /^GUESTHOUSE_ALLOW_PLAIN_SMTP needs true or false, not "yes"\.$/,
    ],
    [
      { DATABASE_URL: 'mysql://root:hunter2@db' },
      /^DATABASE_URL needs the address of a PostgreSQL server, such as postgres:\S+\.$/,
    ],
    [{ GUESTHOUSE_KEY: key }, /^GUESTHOUSE_KEY needs 32 bytes in base64, [^=]*\.$/],
    [
      { GUESTHOUSE_METRICS_TOKEN: 'hunter2' },
      /^GUESTHOUSE_METRICS_TOKEN needs at least 16 characters\.$/,
    ],
    [
      { GUESTHOUSE_MAIL_FROM: 'Guesthouse' },
      /^GUESTHOUSE_MAIL_FROM needs a sender .* not "Guesthouse"\.$/,
    ],
  ]
  for (const [env, words] of sentences) assert.match(refused(env), words)
  assert.doesNotMatch(sentences.map(([env]) => refused(env)).join(), /hunter2|expected|Invalid/)
  assert.equal(refused({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n').length, 2, 'all of them at once')
})

test('U18: mail that is handed over needs a sender', () => {
  const smtp = { GUESTHOUSE_SMTP_URL: 'smtp://user:hunter2@mail.contoso.example:587' }
  assert.match(
    refused(smtp),
    /^GUESTHOUSE_SMTP_URL is set, so GUESTHOUSE_MAIL_FROM is needed too: a sender .*\.$/,
  )
  for (const from of [
    'no-reply@contoso.example',
    'Guesthouse <no-reply@contoso.example>',
    'Ünï <no-reply@bücher.example>',
  ])
    assert.equal(readConfig({ ...smtp, GUESTHOUSE_MAIL_FROM: from }).mailFrom, from)
})

test('U18: a setting that there is not is refused, so that a slip of the pen does not go unnoticed', () => {
  assert.match(
    refused({ GUESTHOUSE_SMTP_URI: 'x' }),
    /^There is no setting GUESTHOUSE_SMTP_URI\. "guesthouse --help" lists/,
  )
  assert.equal(refused({ GUESTHOUSE: 'x', SOMETHING: 'y', GUESTHOUSE_URL: '' }), 'taken')
})

test('U18: a certificate and its key come together', () => {
  const both = { GUESTHOUSE_TLS_CERTIFICATE: '/a/cert.pem', GUESTHOUSE_TLS_KEY: '/a/key.pem' }
  assert.deepEqual(readConfig(both).tls, { certificate: '/a/cert.pem', key: '/a/key.pem' })
  assert.equal(readConfig({}).tls, undefined)
  for (const [given, missing] of [
    ['GUESTHOUSE_TLS_CERTIFICATE', 'GUESTHOUSE_TLS_KEY'],
    ['GUESTHOUSE_TLS_KEY', 'GUESTHOUSE_TLS_CERTIFICATE'],
  ] as const)
    assert.match(
      refused({ [given]: both[given] }),
      new RegExp(`^${given} is set, so ${missing} is needed too: the name of a file\\.`),
    )
})

test('U18: --help and the table of the README have every setting, with what stands in its place', () => {
  const table = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+` \|/.test(line))
  const inTable = table.map((line) =>
    line.split('|').map((cell) => cell.trim().replaceAll('`', '')),
  )
  assert.deepEqual(inTable.map(([, name]) => name).toSorted(), Object.keys(settings).toSorted())
  for (const [, name = '', standard] of inTable) {
    const known = (settings as Record<string, { standard?: string }>)[name]?.standard
    if (known !== undefined && !known.includes(' '))
      assert.ok(standard?.startsWith(known), `${name}: ${known}`)
    assert.ok(settingsHelp().includes(`  ${name} `), name)
  }
})

test('U10: what is printed on a first start is localhost, where passkeys work; only listening is by number', () => {
  const config = readConfig({})
  assert.deepEqual(
    [config.host, localUrl(config.host, config.port)],
    ['127.0.0.1', 'http://localhost:7090'],
  )
  assert.equal(localUrl('::1', 80), 'http://localhost:80')
  assert.equal(localUrl('10.0.0.7', 80), 'http://10.0.0.7:80')
  assert.equal(localUrl('fd00::7', 80), 'http://[fd00::7]:80')
  assert.equal(localUrl('::1', 443, { isSecure: true }), 'https://localhost:443')
  assert.equal(
    readConfig({ GUESTHOUSE_URL: 'https://guests.example/' }).publicUrl,
    'https://guests.example',
  )
})
