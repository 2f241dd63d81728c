import { queryClient, trpc } from '../api.ts'

/** After an event or a place at it has changed: also what it brings in to the figures, and the clients' pages. */
export async function refreshEvents(): Promise<void> {
  const places = [trpc.events, trpc.indicators, trpc.businesses, trpc.people, trpc.records, trpc.find]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}
