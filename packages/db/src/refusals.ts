import { Problem } from '@hubline/domain/problem.ts'
import * as pg from 'pg'
import { REFUSALS } from './refusal-sentences.ts'

const BY_ENDING: readonly [RegExp, string][] = [
  [/_reference_once$/, 'That reference is in use already: choose another'],
  [/_is_known$/, 'That value is not on the list: choose one of those offered'],
  [/_pkey$/, 'That record was saved already'],
  [/_fkey\d*$/, 'One of the records you name is not in this hub: choose it again'],
]

/** The Problem for what the database refused, or undefined where it was a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  const name = error.constraint ?? ''
  const known = REFUSALS[name]
  if (known) return new Problem('invalid', known.sentence, known.field)
  const ending = BY_ENDING.find(([pattern]) => pattern.test(name))
  if (ending) return new Problem('invalid', ending[1])
  // Text with a zero byte, or characters that the database cannot store.
  const is_no_json = error.code === '22P02' && error.message.includes('json')
  if (error.code === '22021' || error.code === '22P05' || is_no_json)
    return new Problem('invalid', 'Take out the characters that are not text')
  // A number or a day beyond what the database can keep.
  if (error.code === '22003' || error.code === '22008')
    return new Problem('invalid', 'One of the numbers or dates is far too large: enter a smaller one')
  return undefined
}
