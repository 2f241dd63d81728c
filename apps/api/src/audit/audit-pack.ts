import type { Tx } from '@hubline/db/connection.ts'
import { safeName } from '@hubline/domain/documents/attach-document.ts'
import { DOCUMENT_TYPES, type DocumentType } from '@hubline/domain/documents/document-types.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { ZipEntry } from '@hubline/spreadsheet/zip.ts'
import { type Ask, bytesOf } from '../documents/document-bytes.ts'
import { auditIndex } from './audit-index.ts'
import type { PackedSample, PackedUnit } from './packed-unit.ts'
import { type SampledDocument, type SampledUnit, documentsOfUnits, sampledUnits } from './sampled-units.ts'

export type AuditPack = { entries: ZipEntry[]; units: number; documents: number }

type Asked = { hub_id: string; sample_id: string; sample: PackedSample }

/**
 * What an audit pack holds: a page and two lists that say what was drawn and found, then the documents as they were given,
 * each read by `ask` when its turn has come.
 */
export async function auditPack(tx: Tx, { hub_id, sample_id, sample }: Asked, ask: Ask): Promise<AuditPack> {
  const drawn = await sampledUnits(tx, hub_id, sample_id)
  const documents = await documentsOfUnits(tx, hub_id, drawn)
  const units = drawn.map((unit) => withDocuments(unit, documents))
  const files = units.flatMap((unit) => unit.documents)
  return {
    units: units.length,
    documents: files.length,
    entries: [
      { name: 'index.html', pieces: auditIndex(sample, units) },
      { name: 'units.csv', pieces: asCsv(UNIT_HEADER, unitRows(units)) },
      { name: 'documents.csv', pieces: asCsv(DOCUMENT_HEADER, documentRows(units)) },
      // They are compressed already.
      ...files.map((document) => ({ name: document.path, pieces: wholeOf(ask, hub_id, document), compress: false })),
    ],
  }
}

/** A document that the lists name. @throws where it was erased meanwhile: a pack without it would be none */
async function* wholeOf(ask: Ask, hub_id: string, { id, reference, size }: SampledDocument): AsyncGenerator<Buffer> {
  let read = 0
  for await (const piece of bytesOf(ask, hub_id, id)) {
    read += piece.length
    yield piece
  }
  if (read !== size) throw new Error(`${reference} went while the pack was sent`)
}

function withDocuments(unit: SampledUnit, documents: ReadonlyMap<string, SampledDocument[]>): PackedUnit {
  const own = new Map<string, SampledDocument>()
  for (const id of [unit.id, ...unit.records.map((record) => record.id)])
    for (const document of documents.get(id) ?? []) own.set(document.id, document)
  const folder = `documents/${safeName(unit.key)}/${String(unit.place).padStart(2, '0')} ${safeName(unit.reference)}`
  const paths = [...own.values()].map((document) => ({
    ...document,
    // A document goes by its reference: its name may be that of a person.
    path: `${folder}/${safeName(document.reference)}.${DOCUMENT_TYPES[document.media_type as DocumentType].endings[0]}`,
  }))
  return { ...unit, documents: paths }
}

const asCsv = (header: readonly string[], rows: readonly string[][]) =>
  writeCsv({ header, rows }, { harmless: true, bom: true })

const UNIT_HEADER = [
  'figure',
  'figure title',
  'place in the draw',
  'unit id',
  'unit kind',
  'unit',
  'name',
  'district',
  'deciding day',
  'found',
  'note',
  'checked by',
  'checked at',
  'record kind',
  'record',
  'record day',
  'evidence level today',
  'documents of the unit',
]

/** A line for each record that brought a unit in. */
const unitRows = (units: readonly PackedUnit[]): string[][] =>
  units.flatMap(({ records, documents, ...unit }) =>
    records.map(({ kind, reference, on, evidence }) => [
      unit.key,
      unit.title,
      String(unit.place),
      unit.id,
      unit.kind,
      unit.reference,
      unit.name,
      unit.district,
      unit.decided_on,
      unit.outcome,
      unit.note,
      unit.checked_by,
      unit.checked_at,
      kind,
      reference,
      on,
      evidence ?? '',
      documents.length === 0 ? 'no document' : String(documents.length),
    ]),
  )

const DOCUMENT_HEADER = [
  'figure',
  'unit',
  'place in the draw',
  'document',
  'proves a record of kind',
  'type',
  'bytes',
  'sha256',
  'attached by',
  'attached at',
  'file',
]

/** A line for each document of a unit; a unit without one has a line that says so. */
const documentRows = (units: readonly PackedUnit[]): string[][] =>
  units.flatMap(({ key, reference, place, documents }) => {
    const unit = [key, reference, String(place)]
    if (documents.length === 0) return [[...unit, 'no document', '', '', '', '', '', '', '']]
    return documents.map((one) => [
      ...unit,
      one.reference,
      one.record_kind,
      one.media_type,
      String(one.size),
      one.sha256,
      one.attached_by,
      one.attached_at,
      one.path,
    ])
  })
