/** Forms judge as the server judges: each text of a definition, at its limit and beyond. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schemaOf } from '../../src/wire/graph/definition/bodies.ts'
import {
  isComplex,
  type Property,
  type Resource,
  type Simple,
} from '../../src/wire/graph/definition/definition.ts'
import { resources } from '../../src/wire/graph/resources.ts'
import { user } from '../../src/wire/graph/users/user.ts'
import { forms } from '../../src/words/en/admin/forms.ts'
import { longest, textOf, valueOf, wrongWith } from '../../web/admin/form/property-text.ts'

const written = Object.values<Resource>(resources).flatMap(({ called, properties }) =>
  Object.entries<Property>(properties).flatMap(([name, property]) =>
    property.write === undefined || isComplex(property)
      ? []
      : [{ name: `${called}.${name}`, property }],
  ),
)
const limited = written.filter(
  (one): one is { name: string; property: Simple & { most: number } } =>
    ['text', 'message', 'visible'].includes(one.property.is) &&
    !isComplex(one.property) &&
    one.property.words === undefined &&
    one.property.most !== undefined &&
    (one.property.mostItems ?? 1) > 0,
)

test('a field takes as many characters as its property, and says so of one more; the server says the same', async () => {
  assert.ok(limited.length > 25, `${limited.length} texts`)
  for (const { name, property } of limited) {
    const [full, over] = ['x'.repeat(property.most), 'x'.repeat(property.most + 1)] as const
    assert.ok(longest(property) >= property.most, name)
    assert.equal(await wrongWith(forms, property, full), undefined, name)
    assert.equal(await wrongWith(forms, property, over), forms.tooLong(property.most), name)
    assert.equal(schemaOf(property).safeParse(valueOf(property, over)).success, false, name)
  }
})

test('what no property of its kind can be is told in words of that kind', async () => {
  const of = user.properties
  for (const [property, text] of [
    [of.mail, 'nowhere'],
    [of.otherMails, 'ada@contoso.example\nnowhere'],
    [of.userPrincipalName, 'ada'],
    [of.displayName, '\u200b'],
    [of.jobTitle, 'a\tb'],
  ] as const)
    assert.equal(await wrongWith(forms, property, text), forms.wrong[property.is], text)
  assert.equal(
    await wrongWith(forms, of.businessPhones, Array.from({ length: 21 }, () => '1').join('\n')),
    forms.tooMany(20),
  )
})

test('a property goes into its field and comes back as it was', () => {
  const of = user.properties
  for (const [property, value] of [
    [of.mail, 'ada@contoso.example'],
    [of.mail, null],
    [of.otherMails, ['a@x.example', 'b@x.example']],
    [of.otherMails, []],
    [of.employeeHireDate, '2026-05-01T00:00:00Z'],
    [of.employeeHireDate, null],
  ] as const)
    assert.deepEqual(valueOf(property, textOf(property, value)), value)
})
