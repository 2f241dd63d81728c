import { problemOf } from '@hubline/db/refusals.ts'
import { Problem, type ProblemCode } from '@hubline/domain/problem.ts'
import type { Response } from 'express'

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
}
const PROBLEMS: Readonly<Record<number, ProblemCode>> = {
  403: 'not_allowed',
  404: 'not_found',
  400: 'invalid',
  405: 'invalid',
  413: 'invalid',
  415: 'invalid',
}

/** With which status a file, which is no procedure, is refused; 400 where none is named. */
const STATUS_OF_PROBLEM: Readonly<Partial<Record<ProblemCode, number>>> = {
  not_signed_in: 403,
  not_allowed: 403,
  not_found: 404,
}

/** Refuses a request before any procedure runs, in the shape in which procedures refuse: one sentence for a person. */
export function tell(res: Response, status: number, sentence: string): void {
  const code = PROBLEMS[status]
  const problem = code === undefined ? undefined : { code, sentence }
  const data = {
    code: CODES[status] ?? 'BAD_REQUEST',
    httpStatus: status,
    problem,
    problems: problem ? [problem] : [],
    request_id: idOf(res),
  }
  res.status(status).json({ error: { message: sentence, code: -32_600, data } })
}

/** Refuses a file as procedures refuse: what a person can put right is a sentence. @throws whatever is a fault of ours */
export function tellOrThrow(res: Response, fault: unknown): void {
  const problem = fault instanceof Problem ? fault : problemOf(fault)
  if (!problem || res.headersSent) throw fault
  tell(res, STATUS_OF_PROBLEM[problem.code] ?? 400, problem.message)
}

/** The identifier under which the log knows this request. */
export function idOf(res: Response): string {
  return String(res.getHeader('x-request-id') ?? '')
}
