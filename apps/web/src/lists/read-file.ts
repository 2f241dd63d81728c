import { LARGEST_FILE, ListFile } from '@hubline/domain/imports/list-file.ts'
import { z } from 'zod'

/** A file that could not be read, in words for the person who chose it. */
export class FileProblem extends Error {}

const AWAY = 'The file could not be sent: check the connection and choose it again'
const Told = z.object({ error: z.object({ message: z.string() }) })

/** Has the server read a file. @throws FileProblem */
export async function readFile(file: File): Promise<ListFile> {
  if (file.size > LARGEST_FILE)
    throw new FileProblem('A file may have at most 20 MB: keep the sheet with the list alone')
  try {
    const answer = await fetch('/lists', {
      method: 'PUT',
      body: file,
      credentials: 'same-origin',
      headers: { 'x-hubline': '1', 'content-type': 'application/octet-stream' },
    })
    const body: unknown = await answer.json()
    if (answer.ok) return ListFile.parse(body)
    throw new FileProblem(Told.parse(body).error.message)
  } catch (fault) {
    throw fault instanceof FileProblem ? fault : new FileProblem(AWAY)
  }
}
