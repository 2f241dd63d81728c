import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Problem, type ProblemCode } from '@hubline/domain/problem.ts'
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { router, visits } from '../trpc.ts'
import { tellOrThrow } from './told.ts'

const STATUSES: Readonly<Record<ProblemCode, number>> = {
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  invalid: 400,
  already_exists: 409,
  stale: 409,
  sent_before: 422,
  too_many: 429,
}

async function listening(app: express.Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Told = { message: string; data: { httpStatus: number; code: string; problems: object[] } }
const errorOf = async (answer: Response) => ((await answer.json()) as { error: Told }).error

const fails = (code: ProblemCode) => new Problem(code, `It is ${code}`, 'name')
const failing = (code: ProblemCode) =>
  visits().query((): never => {
    throw fails(code)
  })

test('a file is refused with the status, the code, the sentence and the field with which a procedure is', async () => {
  const codes = Object.keys(STATUSES) as ProblemCode[]
  const calls = createExpressMiddleware({
    router: router(Object.fromEntries(codes.map((code) => [code, failing(code)]))),
    createContext: () => ({}) as never,
  })
  const url = await listening(
    express()
      .use('/trpc', calls)
      .get('/files/:code', (req, res) => {
        res.attachment('List.csv')
        tellOrThrow(res, fails(req.params.code as ProblemCode))
      }),
  )
  for (const code of codes) {
    const [file, procedure] = [await fetch(`${url}/files/${code}`), await fetch(`${url}/trpc/${code}`)]
    expect({ code, of_files: file.status, of_procedures: procedure.status }).toEqual({
      code,
      of_files: STATUSES[code],
      of_procedures: STATUSES[code],
    })
    expect(file.headers.has('content-disposition')).toBe(false)
    const [told, as_procedure] = [await errorOf(file), await errorOf(procedure)]
    const { httpStatus, code: key, problems } = as_procedure.data
    expect(told).toMatchObject({ message: `It is ${code}`, data: { httpStatus, code: key, problems } })
    expect(told.data.problems).toEqual([{ code, sentence: `It is ${code}`, field: 'name' }])
  }
})

test('while the database is away, a file says so and when to ask again', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  const url = await listening(express().get('/', (_req, res) => tellOrThrow(res, away)))

  const answer = await fetch(url)

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining('try again in a moment') } })
})
