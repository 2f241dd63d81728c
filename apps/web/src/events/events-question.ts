import { type Address, isYearName, oneOf, text } from '../address.ts'

export const WHEN = ['coming', 'past'] as const
export type When = (typeof WHEN)[number]

/** What the address asks of the list of events; a word that means nothing is dropped. */
export function readEventsQuestion(address: Address) {
  const when: When = oneOf(address, 'when', WHEN) ?? 'coming'
  const year = text(address, 'year')
  return {
    when,
    year: year && isYearName(year) ? year : undefined,
    text: text(address, 'q'),
    // Soonest first among those to come, latest first among those that are over.
    direction: when === 'coming' ? ('asc' as const) : ('desc' as const),
    after: text(address, 'after'),
    before: text(address, 'before'),
    size: 25,
  }
}
export type EventsQuestion = ReturnType<typeof readEventsQuestion>
