import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor, Permission } from '@hubline/domain/staff/permissions.ts'
import { type Taken, TakenQuestion } from '@hubline/domain/staff/taken.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { Request, Response } from 'express'
import { type RequestContext, inActorsHub } from '../trpc.ts'
import type { FilesUnderWay } from './files-under-way.ts'
import { noteTaken } from './note-taken.ts'
import { sendFile } from './send-file.ts'

type Rows = Iterable<readonly string[]> | AsyncIterable<readonly string[]>
export type CsvFile = { name: string; header: readonly string[]; rows: Rows }

type List<Asked extends object> = {
  files: FilesUnderWay
  context: RequestContext
  res: Response
  permission: Permission
  /** What it is in the audit trail. */
  taken: Taken
  /** Finds what was asked for, as the trail tells it. */
  ask: (tx: Tx, actor: Actor) => Promise<Asked>
  file: (asking: { tx: Tx; actor: Actor; now: Date; asked: Asked }) => CsvFile | Promise<CsvFile>
}

/**
 * A list as a CSV file that opens safely in a spreadsheet, streamed whole. That somebody asked for it is in the audit trail
 * before a byte leaves, so that one who breaks off is known as well; how many rows it has, when all of it is made.
 */
export async function sendList<Asked extends object>({
  files,
  context,
  res,
  permission,
  taken,
  ask,
  file,
}: List<Asked>): Promise<void> {
  const asked = await inActorsHub(context, permission, async (tx, actor) => {
    const found = await ask(tx, actor)
    await noteTaken(tx, actor.hub_id, `${taken}.asked`, { ...found })
    return found
  })
  const make = async (tx: Tx, actor: Actor, into: Writable) => {
    const { name, header, rows: lines } = await file({ tx, actor, now: context.now, asked })
    res.setHeader('Content-Type', 'text/csv; charset=utf-8')
    res.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`)
    const { counted, count } = countOf(lines)
    await pipeline(Readable.from(writeCsv({ header, rows: counted }, { harmless: true, bom: true })), into)
    return count()
  }
  // In a transaction of its own: that of a list as it was on a day writes nothing.
  const made = (rows: number) =>
    inActorsHub(context, permission, (tx, { hub_id }) =>
      noteTaken(tx, hub_id, `${taken}.downloaded`, { ...asked, rows }),
    )
  await sendFile({ files, context, res, permission }, make, { made })
  // Only now, so that nobody has a whole file of which no audit entry tells.
  res.end()
}

function countOf(rows: Rows): { counted: AsyncIterable<readonly string[]>; count: () => number } {
  let many = 0
  const counted = async function* () {
    for await (const row of rows) {
      many += 1
      yield row
    }
  }
  return { counted: counted(), count: () => many }
}

/** What a list is for, as its address says. @throws Problem 'invalid' */
export function reasonOf({ query }: Pick<Request, 'query'>): string {
  const read = TakenQuestion.safeParse(query)
  if (!read.success) throw new Problem('invalid', read.error.issues[0]?.message ?? '', 'why')
  return read.data.why
}
