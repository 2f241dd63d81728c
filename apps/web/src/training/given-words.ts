import { listed } from '@hubline/domain/ago.ts'

/** Who came up from a waiting list, for whoever made the place: they may want to ring them. */
export function givenWords(given: readonly { name: string }[]): string | undefined {
  if (given.length === 0) return undefined
  return `From the waiting list, ${listed(given.map(({ name }) => name))} ${given.length === 1 ? 'has' : 'have'} a place now`
}
