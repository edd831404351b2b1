import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './network.ts'

test('K20: IPv6 counts by /64, IPv4 by address, whatever the spelling', () => {
  const network = '2001:db8:1:2::/64'
  for (const address of [
    '2001:db8:1:2::1',
    '2001:0DB8:0001:0002:ffff::',
    '[2001:db8:1:2::9]:443',
    '2001:db8:1:2:3:4:5:6',
    ' 2001:db8:1:2:: ',
  ])
    assert.equal(networkOf(address), network, address)
  assert.notEqual(networkOf('2001:db8:1:3::1'), network)
  for (const address of [
    '192.0.2.7',
    '192.0.2.7:8080',
    '::ffff:192.0.2.7',
    '::FFFF:c000:207',
    '[::ffff:192.0.2.7]:1',
  ])
    assert.equal(networkOf(address), '192.0.2.7', address)
  assert.notEqual(networkOf('192.0.2.8'), '192.0.2.7')
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
  for (const nonsense of ['unknown', '', 'x'.repeat(5_000), '1.2.3', '::::'])
    assert.ok(networkOf(nonsense).length <= 64)
})
