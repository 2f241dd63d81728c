import { z } from 'zod'

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0]

const AGAIN = 'This could not be read: reload the page and enter it again'

const LIKE: Readonly<Record<string, string>> = {
  uuid: 'This is not in the list: choose it again',
  email: 'Enter an email address, like jo@example.org',
  datetime: 'This is no time on any day: choose it again',
  date: 'Enter a day, like 17/5/2026',
}

function missingOrOfAnotherKind({ input, expected }: { input?: unknown; expected: string }): string {
  if (expected === 'int') return 'Enter a whole number'
  if (expected === 'number') return 'Enter a number'
  return input === undefined || input === null ? 'Something is missing here: fill it in' : AGAIN
}

function tooSmall({ origin, minimum }: { origin: string; minimum: number | bigint }): string {
  if (origin === 'int' && Number(minimum) === Number.MIN_SAFE_INTEGER) return 'Enter a larger number'
  if (origin === 'number' || origin === 'int') return `Enter ${minimum} or more`
  if (origin === 'array') return minimum === 1 ? 'Choose at least one' : `Choose at least ${minimum}`
  return Number(minimum) <= 1 ? 'Something is missing here: fill it in' : `Use at least ${minimum} characters`
}

function tooBig({ origin, maximum }: { origin: string; maximum: number | bigint }): string {
  if (origin === 'int' && Number(maximum) === Number.MAX_SAFE_INTEGER) return 'Enter a smaller number'
  if (origin === 'number' || origin === 'int') return `Enter ${maximum} or less`
  return origin === 'array' ? `Choose at most ${maximum}` : `Use at most ${maximum} characters`
}

/** What a schema that has no sentence of its own says of a value that does not fit, to whoever entered it. */
export function inPlainWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return missingOrOfAnotherKind(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return 'This is not in the list: choose it again'
    case 'invalid_format':
      return LIKE[issue.format] ?? AGAIN
    default:
      return AGAIN
  }
}

/** From now on every schema speaks so, wherever it has no sentence of its own. */
export const speakPlainly = (): void => void z.config({ customError: inPlainWords })
