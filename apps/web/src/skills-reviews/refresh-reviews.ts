import { queryClient, trpc } from '../api.ts'

/** After an offer or its answer: every list, page and figure that shows reviews is asked again. */
export async function refreshReviews(): Promise<void> {
  const places = [trpc.skillsReviews, trpc.callLists, trpc.calendar, trpc.businesses, trpc.indicators, trpc.records]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}
