import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { inHub } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type PackFormat, PackVersion } from '@hubline/domain/years/pack.ts'
import { PACK_FILES, fingerprinted, notePack, sheetsCalled } from '../years/pack-file.ts'
import { signOffCalled } from '../years/signed-figures.ts'
import { hubCalled, placeCalled, say, whyTaken, withDatabase, yearCalled } from './outside.ts'

export type ExportOptions = {
  hub: string
  year: string
  version?: string
  why?: string
  format: 'xlsx' | 'ods' | 'csv'
  out: string
  json?: true
}

/** `hub export`: writes the year's pack, or that of a signed-off version. A file that could not be finished is not left behind. */
export function exportCommand(options: ExportOptions): Promise<boolean> {
  return withDatabase(async (database) => {
    const hub = await hubCalled(database, options.hub)
    const year = yearCalled(options.year)
    const place = placeCalled(options.out)
    const format: PackFormat = options.format === 'csv' ? 'zip' : options.format
    const version = versionCalled(options.version ?? '')
    const asked = { year, format, version, reason: whyTaken(options.why) }
    const unfinished = `${place}.unfinished`
    const by = { hub_id: hub.id, request_id: randomUUID() }
    await inHub(database.db, by, async (tx) => {
      if (version !== undefined) await signOffCalled(tx, hub.id, { year, version })
      await notePack(tx, hub.id, 'pack.asked', asked)
    })
    try {
      const rows = await inHub(database.db, { ...by, isolation: 'repeatable read' }, async (tx) => {
        const produced = { hub_id: hub.id, produced_at: new Date(), produced_by: 'the command line' }
        const pack = await sheetsCalled(tx, { ...asked, ...produced })
        const { through, fingerprint } = fingerprinted()
        await pipeline(PACK_FILES[format].write(pack.sheets), through, createWriteStream(unfinished))
        await notePack(tx, hub.id, 'pack.downloaded', { ...asked, rows: pack.rows, sha256: fingerprint() })
        return pack.rows
      })
      await rename(unfinished, place)
      if (options.json) say(JSON.stringify({ written: place, rows }))
      else for (const [sheet, number] of Object.entries(rows)) say(`${sheet}: ${number}`)
      return true
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  })
}

/** @throws Problem 'invalid' */
function versionCalled(text: string): number | undefined {
  const read = PackVersion.safeParse(text)
  if (!read.success) throw new Problem('invalid', read.error.issues[0]?.message ?? '')
  return read.data
}
