import { queryClient, trpc } from '../api.ts'

/** After a case has changed: every list and page that shows cases is asked again. */
export async function refreshCases(): Promise<void> {
  const places = [trpc.cases, trpc.businesses, trpc.people, trpc.interactions, trpc.dataQuality]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}
