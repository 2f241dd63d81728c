import { isAway } from '@hubline/db/away.ts'
import { problemOf } from '@hubline/db/refusals.ts'
import { Problem, type ProblemCode } from '@hubline/domain/problem.ts'
import type { Response } from 'express'
import { AWAY, type ToldProblem } from '../trpc.ts'

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
}
const PROBLEM_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid',
  403: 'not_allowed',
  404: 'not_found',
  405: 'invalid',
  413: 'invalid',
  415: 'invalid',
}

/** With which status what a person can put right is refused, by a procedure or by a file. */
const STATUS_OF_PROBLEM: Readonly<Record<ProblemCode, number>> = {
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  invalid: 400,
  already_exists: 409,
  stale: 409,
  sent_before: 422,
  too_many: 429,
}

/** Refuses a request before any procedure runs, in the shape in which procedures refuse: one sentence for a person. */
export function tell(res: Response, status: number, sentence: string): void {
  const code = PROBLEM_OF_STATUS[status]
  answer(res, status, code === undefined ? { sentence } : { code, sentence })
}

/** Whoever asked for a file has gone: nobody is there to be told, and nothing is wrong. */
export class ReaderLeft extends Error {
  constructor() {
    super('Whoever asked for this file has gone')
    this.name = 'ReaderLeft'
  }
}

/**
 * Refuses a file as procedures refuse: what a person can put right is a sentence, and a database that is away says so.
 * @throws whatever is a fault of ours
 */
export function tellOrThrow(res: Response, fault: unknown): void {
  if (fault instanceof ReaderLeft) return
  if (res.headersSent) throw fault
  const problem = fault instanceof Problem ? fault : problemOf(fault)
  if (problem) {
    const { code, message: sentence, field } = problem
    return answer(res, STATUS_OF_PROBLEM[code], { code, sentence, ...(field === undefined ? {} : { field }) })
  }
  if (!isAway(fault)) throw fault
  res.setHeader('Retry-After', '5')
  answer(res, 503, { code: 'unreached', sentence: AWAY })
}

function answer(
  res: Response,
  status: number,
  { sentence, ...told }: Partial<ToldProblem> & { sentence: string },
): void {
  const problem = told.code === undefined ? undefined : { ...told, sentence }
  const data = {
    code: CODE_OF_STATUS[status] ?? 'BAD_REQUEST',
    httpStatus: status,
    problem,
    problems: problem ? [problem] : [],
    request_id: idOf(res),
  }
  // Of the file that was to come, nothing is told.
  res.removeHeader('Content-Disposition')
  res.status(status).json({ error: { message: sentence, code: -32_600, data } })
}

/** The identifier under which the log knows this request. */
export function idOf(res: Response): string {
  return String(res.getHeader('x-request-id') ?? '')
}
