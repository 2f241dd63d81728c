import { showDay, todayInLondon } from '@hubline/domain/day.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../api.ts'

export type Standing = inferOutput<typeof trpc.years.standing>
export type SignedVersion = Standing['versions'][number]
export type SignedFigures = inferOutput<typeof trpc.years.signedFigures>

/** `31/05/2022`, of an instant. */
export const showInstantDay = (instant: string | Date): string => showDay(todayInLondon(new Date(instant)))

/** `Signed off on 31/05/2022 by Jo Marsh`; from the second version on it says which. */
export const signedWords = ({
  version,
  signed_at,
  signed_by_name,
}: Pick<SignedVersion, 'version' | 'signed_at' | 'signed_by_name'>): string =>
  `${version === 1 ? 'Signed off' : `Restated as version ${version}`} on ${showInstantDay(signed_at)} by ${signed_by_name}`

export const refreshYears = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.years.pathKey() })
