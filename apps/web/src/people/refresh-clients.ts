import { queryClient, trpc } from '../api.ts'

/** After a person, a business or a link between them has changed. */
export async function refreshClients(): Promise<void> {
  const places = [trpc.businesses, trpc.people, trpc.find, trpc.cases, trpc.records, trpc.indicators, trpc.dataQuality]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}
