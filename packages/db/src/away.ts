import * as pg from 'pg'

/** Ended or not let in, out of room, or another transaction stood in the way: the same call may well work in a moment. */
const PASSING = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '53400',
  '55P03',
  '57014',
  '40001',
  '40P01',
])
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])
/** The driver's own words where it gives no code. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether a failure means that the database is away or busy, and not that something is wrong with the call. */
export function isAway(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return PASSING.has(error.code ?? '')
  if (error instanceof AggregateError) return error.errors.some(isAway)
  if (!(error instanceof Error)) return false
  return NETWORK.has('code' in error ? String(error.code) : '') || WORDS.test(error.message)
}
