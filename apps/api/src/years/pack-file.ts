import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { Db, Tx } from '@hubline/db/connection.ts'
import type { PackFormat } from '@hubline/domain/years/pack.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type Pack, packSheets } from '@hubline/reporting/pack/pack-sheets.ts'
import { versionPack } from '@hubline/reporting/pack/version-pack.ts'
import { writeCsvZip } from '@hubline/spreadsheet/write-csv-zip.ts'
import { writeOds } from '@hubline/spreadsheet/write-ods.ts'
import { writeXlsx } from '@hubline/spreadsheet/write-xlsx.ts'
import { signOffCalled } from './signed-figures.ts'

/** How each format of the year's pack is written, and what it is called on the way. */
export const PACK_FILES = {
  xlsx: { write: writeXlsx, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { write: writeOds, type: 'application/vnd.oasis.opendocument.spreadsheet' },
  zip: { write: writeCsvZip, type: 'application/zip' },
} as const satisfies Record<PackFormat, object>

/** Lets a file through and keeps its fingerprint. */
export function fingerprinted(): { through: Transform; fingerprint: () => string } {
  const hash = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, fingerprint: () => hash.digest('hex') }
}

export type PackCalled = { year: Year; format: PackFormat; version?: number | undefined; reason: string }

type Asking = PackCalled & { hub_id: string; produced_at: Date; produced_by: string; contact?: string }

/** The sheets that were asked for: the records as they stand, or a signed-off version. @throws Problem 'not_found' */
export async function sheetsCalled(tx: Tx, { version, ...asked }: Asking): Promise<Pack> {
  if (version === undefined) return packSheets(tx, asked)
  const { hub_id, year } = asked
  const { id } = await signOffCalled(tx, hub_id, { year, version })
  return versionPack(tx, { hub_id, year, sign_off_id: id })
}

type Noted = PackCalled & {
  /** The first byte that was sent: more than 0 for the rest of a file that broke off. */
  from?: number
  rows?: Readonly<Record<string, number>>
  sha256?: string
}

/** `pack.asked` before anything leaves, `pack.downloaded` with rows and fingerprint when all of it has. */
export const notePack = (db: Db, hub_id: string, what: 'pack.asked' | 'pack.downloaded', detail: Noted) =>
  db
    .insertInto('audit_entry')
    .values({ hub_id, what, detail: JSON.stringify(detail) })
    .execute()
