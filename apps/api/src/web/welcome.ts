import { DEMONSTRATION_PASSWORD } from '../staff/demonstration-accounts.ts'

type Running = { address: string; has_demonstration: boolean }

const PEOPLE = [
  ['adviser', 'Adviser'],
  ['broker', 'Skills broker'],
  ['manager', 'Manager'],
  ['admin', 'Admin'],
] as const

/** What is told once the server is up: one address, and who can sign in. */
export function welcome({ address, has_demonstration }: Running): string {
  if (!has_demonstration) return `\n  Hubline is at  ${address}\n`
  const row = (role: string, here: string, north: string) => `  ${role.padEnd(15)}${here.padEnd(24)}${north}`
  return [
    '',
    `  Hubline is at  ${address}`,
    '',
    row('', 'Stoke & Staffordshire', 'a second, small hub'),
    ...PEOPLE.map(([name, role]) => row(role, `${name}@demo.example`, `${name}@demo-north.example`)),
    '',
    `  Password of all  ${DEMONSTRATION_PASSWORD}`,
    '  Ctrl-C stops.',
    '',
  ].join('\n')
}
