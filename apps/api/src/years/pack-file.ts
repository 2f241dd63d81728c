import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { Db } from '@hubline/db/connection.ts'
import type { PackFormat } from '@hubline/domain/years/pack.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { writeCsvZip } from '@hubline/spreadsheet/write-csv-zip.ts'
import { writeOds } from '@hubline/spreadsheet/write-ods.ts'
import { writeXlsx } from '@hubline/spreadsheet/write-xlsx.ts'

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

type Noted = {
  year: Year
  format: PackFormat
  reason: string
  rows?: Readonly<Record<string, number>>
  sha256?: string
}

/** `pack.asked` before anything leaves, `pack.downloaded` with rows and fingerprint when all of it has. */
export const notePack = (db: Db, hub_id: string, what: 'pack.asked' | 'pack.downloaded', detail: Noted) =>
  db
    .insertInto('audit_entry')
    .values({ hub_id, what, detail: JSON.stringify(detail) })
    .execute()
