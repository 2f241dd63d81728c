import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Demand = inferOutput<typeof trpc.skillsReviews.demand>

/** What a number of the picture adds to the address besides its own filter. */
export const FIRST_OF_LIST = { view: 'list', after: undefined, before: undefined } as const

const many = (count: number, one: string, more: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** `212 needs of 48 businesses, for 640 people where they said how many` */
export const countsInWords = ({ needs, businesses, people }: Demand['all']): string =>
  `${many(needs, 'need', 'needs')} of ${many(businesses, 'business', 'businesses')}, for ${many(people, 'person', 'people')} where they said how many`
