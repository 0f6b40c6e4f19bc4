import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, literalAddress } from './public-address.ts'

describe('an address is not public', () => {
  test.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1',
    '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1',
    '2002:7f00:1::', '2001:0:4136:e378::1', 'fec0::1', '100::1', '', 'localhost', '8.8.8', '8.8.8.8/0', 'fe80::1%eth0',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.255.255', '100.128.0.0', '2a00:1450:4001::1', '2606:4700::1111'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
test('no spelling of a loopback address in a URL passes', () => {
  const spellings = ['127.1', '0x7f000001', '2130706433', '0177.0.0.1', '127.0.0.1.', '[::1]', '[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]', '0']
  for (const spelling of spellings) {
    const literal = literalAddress(new URL(`http://${spelling}/`).hostname.replace(/\.$/, ''))
    expect(literal, spelling).toBeDefined()
    expect(isPublicAddress(literal as string), spelling).toBe(false)
  }
})
test('every private IPv4 address stays private inside IPv6', () => {
  fc.assert(fc.property(fc.ipV4(), (address) => isPublicAddress(`::ffff:${address}`) === false))
})
