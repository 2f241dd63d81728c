import { queryClient, trpc } from '../api.ts'

/** After a learner has changed: figures and the pages of clients show learners too. */
export async function refreshAround(): Promise<void> {
  const places = [trpc.people, trpc.businesses, trpc.indicators, trpc.records, trpc.plans]
  const courses = [trpc.training.course, trpc.training.courses]
  await Promise.all([...places, ...courses].map((place) => queryClient.invalidateQueries(place.pathFilter())))
}

/** After a course, a session or a whole list of learners has changed. */
export async function refreshTraining(): Promise<void> {
  await Promise.all([refreshAround(), queryClient.invalidateQueries(trpc.training.pathFilter())])
}
