import type { Request } from 'express'

/** A file's length and the mark by which the very same file is known again (its ETag). */
type Measured = { length: number; mark: string }

/** From which byte on a file that broke off is wanted: 0, all of it, unless what came before was of the same file. */
export function restWanted({ headers }: Pick<Request, 'headers'>, { length, mark }: Measured): number {
  const [, from] = /^bytes=(\d{1,15})-$/.exec(headers.range ?? '') ?? []
  return headers['if-range'] === mark && Number(from) < length ? Number(from) : 0
}
