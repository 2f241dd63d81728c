import type { PlanLineStatus } from '../skills-reviews/plan-line.ts'
import { type ParticipationStatus, isExit } from './stages.ts'

const hasStarted = (status: ParticipationStatus): boolean =>
  status === 'started' || status === 'in_learning' || hasCompleted(status)
const hasCompleted = (status: ParticipationStatus): boolean => status === 'completed' || status === 'achieved'

/**
 * How far a line of a training plan has come: as far as the furthest of its learners, and completed when all who stayed
 * have completed. Without learners, or once it was dropped, it stands as whoever keeps the plan says.
 */
export function lineStatusFor(now: PlanLineStatus, learners: readonly ParticipationStatus[]): PlanLineStatus {
  const staying = learners.filter((status) => !isExit(status))
  if (now === 'dropped' || staying.length === 0) return now
  if (staying.every(hasCompleted)) return 'completed'
  if (staying.some(hasStarted)) return 'started'
  return staying.some((status) => status === 'enrolled') ? 'enrolled' : 'planned'
}
