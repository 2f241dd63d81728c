import type { Role } from '@hubline/domain/staff/permissions.ts'
import type { Ids } from './situation.ts'

/**
 * For every procedure: who may call it, and a call that works. The table is written by hand and knows nothing of the
 * permissions that the procedures declare: the two are held against each other.
 */
export type Answer = {
  may: readonly Role[] | 'anyone'
  ask: (ids: Ids) => unknown
  /** What the call answers to those who may, where that is a refusal. */
  answer?: string
  /** What it answers to a visitor, where that differs. */
  visitor?: string
}
