/** Those who work in a hub. */
export const STAFF_ROLES = ['adviser', 'skills_broker', 'manager', 'admin'] as const
/** An auditor comes from outside, looks until a last day, changes nothing and sees no names of individuals. */
export const ROLES = [...STAFF_ROLES, 'auditor'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  adviser: 'Adviser',
  skills_broker: 'Skills broker',
  manager: 'Manager',
  admin: 'Admin',
  auditor: 'Auditor',
}

const everyone = STAFF_ROLES
const readers = ROLES
const checkers = ['manager', 'admin', 'auditor'] as const satisfies readonly Role[]
const leads = ['manager', 'admin'] as const satisfies readonly Role[]
const brokers = ['skills_broker', 'manager', 'admin'] as const satisfies readonly Role[]
const admins = ['admin'] as const satisfies readonly Role[]

/** Who may do what: the one table that the server and the screens both ask. */
const PERMISSIONS = {
  'client:read': everyone,
  'client:register': everyone,
  'client:change': everyone,
  'client:merge': leads,
  'client:erase': leads,
  'interaction:log': everyone,
  'interaction:correct': everyone,
  'record:void': leads,
  'case:plan': everyone,
  'case:reassign': leads,
  'caseload:read': everyone,
  'event:read': everyone,
  'event:run': everyone,
  'review:read': everyone,
  'review:work': brokers,
  'review:set-questions': leads,
  'month:read_others': leads,
  'training:read': everyone,
  'training:record': everyone,
  'training:arrange': brokers,
  'figures:read': readers,
  'figures:download': readers,
  'record:read': readers,
  'document:attach': everyone,
  'document:read': everyone,
  'demand:download': everyone,
  'target:set': leads,
  'definition:publish': leads,
  'programme:change': leads,
  'year:close': leads,
  'partner:receive': leads,
  'pack:download': checkers,
  'taken:read': leads,
  'history:read': readers,
  'diary:read': everyone,
  'diary:keep': everyone,
  'diary:keep_others': leads,
  'review:book': everyone,
  'room:keep': leads,
  'mail:read': admins,
  'mail:send': admins,
  'staff:read': everyone,
  'staff:invite': admins,
  'auditor:keep': leads,
  'staff:change': admins,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[]

/** The person who acts: one adviser of one hub. */
export type Actor = {
  hub_id: string
  adviser_id: string
  account_id: string
  name: string
  email: string
  role: Role
}

/** The roles whose people may. */
export const rolesThatMay = (permission: Permission): readonly Role[] => PERMISSIONS[permission]

export function may(actor: Pick<Actor, 'role'>, permission: Permission): boolean {
  return rolesThatMay(permission).includes(actor.role)
}
