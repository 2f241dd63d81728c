import * as pg from 'pg'
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/**
 * The server's log: one line of JSON for each doing. Lines are made of a short list of named fields, never of bodies,
 * query strings or the values of a statement, so that nobody's data can end up in it; `redact` is the second net.
 */
export function makeLog({ level = 'info', to }: { level?: string; to?: DestinationStream } = {}): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { fault: factsOf },
    redact: ['*.password', '*.token', '*.email', '*.cookie', '*.authorization'],
  }
  return to ? pino(options, to) : pino(options)
}

/** A fault with its trace and its cause. What the database says of a row's values (its "detail") stays out. */
function factsOf(fault: unknown, depth = 0): object {
  if (!(fault instanceof Error)) return { message: 'Something that is not an error was thrown' }
  const facts = { name: fault.name, message: fault.message, stack: fault.stack }
  const database =
    fault instanceof pg.DatabaseError
      ? {
          code: fault.code,
          constraint: fault.constraint,
          table: fault.table,
          column: fault.column,
          routine: fault.routine,
        }
      : {}
  return {
    ...facts,
    ...database,
    ...(fault.cause === undefined || depth > 3 ? {} : { cause: factsOf(fault.cause, depth + 1) }),
  }
}
