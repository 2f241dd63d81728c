/** Something a person can put right, or the one sentence for a fault. */
export type Problem = { code: string; sentence: string; field?: string | undefined }

const FAULT: Problem = { code: 'fault', sentence: 'Something went wrong. It has been recorded' }
const UNREACHED: Problem = {
  code: 'unreached',
  sentence: 'Could not reach Hubline. Check the connection and try again',
}

/** What to tell a person about a failure of any kind: at least one. */
export function problemsOf(error: unknown): readonly [Problem, ...Problem[]] {
  const data = part(error, 'data')
  const told = [part(data, 'problems')].flat().flatMap(asProblem)
  const [first = asProblem(part(data, 'problem'))[0], ...rest] = told
  if (first) return [first, ...rest]
  return [data === undefined && part(error, 'cause') instanceof TypeError ? UNREACHED : FAULT]
}

/** The first of `problemsOf`. */
export function problemOf(error: unknown): Problem {
  return problemsOf(error)[0]
}

/** Whether the failure is that nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return part(part(error, 'data'), 'code') === 'UNAUTHORIZED'
}

function asProblem(carried: unknown): Problem[] {
  const sentence = part(carried, 'sentence')
  const field = part(carried, 'field')
  if (typeof sentence !== 'string') return []
  return [
    {
      code: String(part(carried, 'code')),
      sentence,
      field: typeof field === 'string' && field !== '' ? field : undefined,
    },
  ]
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, key) ?? undefined) : undefined
}
