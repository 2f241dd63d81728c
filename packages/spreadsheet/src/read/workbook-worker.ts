import { parentPort, workerData } from 'node:worker_threads'
import { readOds } from './read-ods.ts'
import { readXlsx } from './read-xlsx.ts'
import type { WorkbookSheet } from './sheet-collector.ts'
import { DAMAGED, UnreadableWorkbook } from './unreadable-workbook.ts'
import { type WorkbookZip, openZip } from './workbook-zip.ts'

/** What the thread that reads a workbook answers. */
export type WorkbookAnswer = { sheets: WorkbookSheet[] } | { refused: string }

const OTHER = 'That is not a spreadsheet: send an Excel workbook (.xlsx), an OpenDocument one (.ods) or a CSV file'
const BINARY = 'That is a binary Excel workbook (.xlsb): save it as .xlsx and send that'
const ODS = 'application/vnd.oasis.opendocument.spreadsheet'

/** Its kind by what stands in it, whatever the file is called. */
async function readZip(zip: WorkbookZip): Promise<WorkbookSheet[]> {
  const kind = await zip.read('mimetype')
  if (kind) {
    if ((await textOf(kind)).startsWith(ODS)) return readOds(zip)
    throw new UnreadableWorkbook(OTHER)
  }
  if (zip.names.has('xl/workbook.bin')) throw new UnreadableWorkbook(BINARY)
  if (zip.names.has('[Content_Types].xml') && [...zip.names].some((name) => /workbook\.xml$/i.test(name)))
    return readXlsx(zip)
  throw new UnreadableWorkbook(OTHER)
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const piece of bytes) text += piece.toString('latin1')
  return text
}

/** Whatever goes wrong with a file that a stranger made is the file's fault: it is refused. */
async function answer(bytes: Uint8Array): Promise<WorkbookAnswer> {
  try {
    return { sheets: await readZip(await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) }
  } catch (fault) {
    return { refused: fault instanceof UnreadableWorkbook ? fault.message : DAMAGED }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await answer(workerData as Uint8Array))
