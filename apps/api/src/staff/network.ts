import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network that an address belongs to, in one spelling: an IPv4 address, or the /64 of an IPv6 one, since whoever
 * has one of its addresses has them all.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address
    .trim()
    .replace(/^\[|\]$/g, '')
    .split('%')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  // The address parser of URLs gives one spelling: small letters, no IPv4 tail, the longest run of zeros left out.
  const spelt = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(spelt)
  if (mapped) return [mapped[1], mapped[2]].flatMap((part) => bytesOf(part)).join('.')
  return `${groupsOf(spelt).slice(0, 4).join(':')}::/64`
}

const bytesOf = (group = '0') => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]

function groupsOf(spelt: string): string[] {
  const [head = '', tail = ''] = spelt.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  if (!spelt.includes('::')) return before
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
}
