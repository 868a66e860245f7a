import { BlockList, isIP } from 'node:net'

const subnets = (family: 'ipv4' | 'ipv6', ...ranges: string[]): BlockList => {
  const list = new BlockList()
  for (const range of ranges) {
    const [net = '', prefix] = range.split('/')
    list.addSubnet(net, Number(prefix), family)
  }
  return list
}

/** What of IPv4 is not reached from everywhere (IANA, IPv4 Special-Purpose Address Registry), and multicast. */
const special4 = subnets(
  'ipv4',
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
)

/** Only this part of IPv6 is global unicast (RFC 4291, 2.4). */
const global6 = subnets('ipv6', '2000::/3')

/** And of that, what leads to other networks in disguise or nowhere: Teredo and other protocols, documentation, 6to4. */
const special6 = subnets('ipv6', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20')

/** Whether an IP address can be reached from everywhere, so that it is nobody's inner network. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address, 'ipv4')
    case 6:
      return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
    default:
      return false
  }
}
