import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readUserList } from './user-list.ts'

const id = '0f3a4f46-9a3a-4b1f-8c55-0d0f7c6a1b22'
const read = (text: string) => readUserList(new TextEncoder().encode(text))

test('R68: a list names users by object id or principal name, with our headings, those of Entra, or none', () => {
  const lists: [text: string, users: string[]][] = [
    [`id\n${id}\n`, [id]],
    [`name;userPrincipalName\r\nAda;ada@contoso.example\r\n`, ['ada@contoso.example']],
    [
      `id,userPrincipalName\n${id},x@y.example\n,ada@contoso.example\n,\n`,
      [id, 'ada@contoso.example'],
    ],
    [
      `version:v1.0\nUser name [userPrincipalName] Required\nExample: chris@contoso.com\nada@contoso.example\n`,
      ['ada@contoso.example'],
    ],
    [`version:v1.0\nObject Id [objectId] Required\n${id}\n`, [id]],
    [`${id}\nada@contoso.example\n`, [id, 'ada@contoso.example']],
  ]
  for (const [text, users] of lists) {
    const list = read(text)
    assert.deepEqual('rows' in list ? list.rows.map(({ user }) => user) : list, users, text)
  }
  for (const [text, fault] of [
    ['', 'empty'],
    ['mail,name\nada@contoso.example,Ada\n', 'noUser'],
    ['id\n"open\n', 'openQuote'],
  ] as const) {
    const list = read(text)
    assert.equal('fault' in list ? list.fault : 'none', fault, text)
  }
  assert.deepEqual(readUserList(new Uint8Array([0xc3, 0x28])), {
    fault: 'notText',
    line: 1,
    found: '',
  })
})
