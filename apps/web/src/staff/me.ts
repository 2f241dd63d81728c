import type { Permission } from '@hubline/domain/staff/permissions.ts'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../api.ts'
import { forgetReads, keptOffline } from '../shell/kept-reads.ts'
import { forgetReason } from '../ui/last-reason.ts'

export type Me = NonNullable<inferOutput<typeof trpc.staff.me>>
export type HubName = Me['hubs'][number]

/** Kept on this device, so that a page which opens again without a network knows whose it is. */
const whoAmI = () => keptOffline(trpc.staff.me.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))

/** Who is signed in, asked once for as long as the page stands. */
export function findMe(): Promise<Me | null> {
  return queryClient.ensureQueryData(whoAmI())
}

/** The person at the screen. The router lets nobody past the sign-in page without one. */
export function useMe(): Me {
  const { data } = useQuery(whoAmI())
  if (!data) throw new Error('A page of the hub was drawn with nobody signed in')
  return data
}

/** Whether the person may; what they may not do is not drawn. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}

/** After signing in, out or over to another hub nothing that was read or typed before may stay. */
export async function forgetEverything(): Promise<void> {
  forgetReason()
  await queryClient.cancelQueries()
  queryClient.clear()
  await forgetReads()
}
