import type { RelationshipState } from '@hubline/domain/businesses/relationship.ts'
import { type Address, oneOf, text } from '../address.ts'

export const STATES = ['new', 'current', 'lapsed'] as const satisfies readonly RelationshipState[]

/** By headcount, as official statistics draw the bands. */
export const SIZE_NAMES = {
  micro: 'Micro, under 10',
  small: 'Small, 10 to 49',
  medium: 'Medium, 50 to 249',
  large: 'Large, 250 or more',
  unknown: 'Not known',
} as const
export type SizeBand = keyof typeof SIZE_NAMES

/** What the address asks of the list of businesses; a word that means nothing is dropped. */
export function readBusinessesQuestion(address: Address) {
  const sort = text(address, 'sort') ?? 'name'
  const sector = text(address, 'sector')
  const filter = {
    text: text(address, 'q'),
    district: text(address, 'district'),
    state: oneOf(address, 'state', STATES),
    size: oneOf(address, 'size', Object.keys(SIZE_NAMES) as SizeBand[]),
    sector: sector && /^\d{1,5}$/.test(sector) ? sector : undefined,
  }
  return {
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as typeof filter,
    sort: sort.replace(/^-/, '') === 'changed' ? ('changed' as const) : ('name' as const),
    direction: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
    after: text(address, 'after'),
    before: text(address, 'before'),
    size: 50,
  }
}

export type BusinessesQuestion = ReturnType<typeof readBusinessesQuestion>
