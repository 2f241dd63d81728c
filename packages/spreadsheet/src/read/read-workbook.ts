import { Worker } from 'node:worker_threads'
import type { WorkbookSheet } from './sheet-collector.ts'
import { TOO_MUCH, UnreadableWorkbook } from './unreadable-workbook.ts'
import type { WorkbookAnswer } from './workbook-worker.ts'

const MOST_SECONDS = 10
/** Megabytes: a real workbook of half a megabyte needs some 60. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 }

/**
 * Reads an XLSX or ODS workbook in a thread of its own, which is ended when it needs too much time or memory: nothing
 * that somebody puts in a file stops the server for the others.
 * @throws UnreadableWorkbook with a sentence for the person who sent it
 */
export function readWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: LIMITS,
      env: {},
    })
    const refuse = () => reject(new UnreadableWorkbook(TOO_MUCH))
    const late = setTimeout(() => {
      refuse()
      void worker.terminate()
    }, MOST_SECONDS * 1000)
    worker.once('message', (answer: WorkbookAnswer) => {
      if ('sheets' in answer) resolve(answer.sheets)
      else reject(new UnreadableWorkbook(answer.refused))
    })
    worker.once('error', (fault: Error & { code?: string }) =>
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse() : reject(fault),
    )
    worker.once('exit', () => {
      clearTimeout(late)
      refuse()
    })
  })
}
