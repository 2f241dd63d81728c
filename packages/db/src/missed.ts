import * as pg from 'pg'

/** Serialization failures, and what two sign-offs come to that did not see each other. */
const MISSED = new Set(['40001', '40P01'])
const TAKEN = new Set(['sign_off_number_once', 'sign_off_version_once', 'year_step_number_once'])

/** Whether a transaction that sees one moment failed because somebody else wrote after it: the next moment may do. */
export const wasMissed = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (MISSED.has(error.code ?? '') || TAKEN.has(error.constraint ?? ''))
