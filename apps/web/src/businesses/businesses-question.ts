import type { RelationshipState } from '@hubline/domain/businesses/relationship.ts'
import { SIZE_BANDS } from '@hubline/domain/businesses/size-bands.ts'
import { type Address, oneOf, text } from '../address.ts'

export const STATES = ['new', 'current', 'lapsed'] as const satisfies readonly RelationshipState[]

/** What the address asks of the list of businesses; a word that means nothing is dropped. */
export function readBusinessesQuestion(address: Address) {
  const sort = text(address, 'sort') ?? 'name'
  const sector = text(address, 'sector')
  const filter = {
    text: text(address, 'q'),
    district: text(address, 'district'),
    state: oneOf(address, 'state', STATES),
    size: oneOf(address, 'size', SIZE_BANDS),
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
