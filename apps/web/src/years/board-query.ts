import { todayInLondon } from '@hubline/domain/day.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { queryClient, trpc } from '../api.ts'
import { isNothing } from '../indicators/show-figure.ts'

/** `as_at` is a day or a minute, as it stands in an address. */
export const boardQuery = (year: string, as_at?: string) => trpc.indicators.board.queryOptions({ year, as_at })

/** The year a board opens on: the newest with something to show, else the present one. */
export async function findOpeningYear(): Promise<string> {
  const present: string = yearOf(todayInLondon(new Date()))
  const { years, figures } = await queryClient.ensureQueryData(boardQuery(present))
  if (figures.some(({ value }) => !isNothing(value))) return present
  for (const year of years.filter((other) => other < present)) {
    const board = await queryClient.ensureQueryData(boardQuery(year))
    if (board.figures.some(({ value }) => !isNothing(value))) return year
  }
  return present
}
