import { createHash, randomUUID } from 'node:crypto'
import type { ProvenKind } from '@hubline/domain/documents/attach-document.ts'

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A file that begins as a PDF does, of so many bytes. */
export function aPdf(size = 100, fill = 7): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, fill)])
}

type Sent = {
  token: string | undefined
  kind?: ProvenKind
  record_id: string
  name?: string
  id?: string
  headers?: Record<string, string>
}

/** Sends a file as our own page does. */
export function attach(
  url: string,
  bytes: Uint8Array | ReadableStream,
  { token, kind = 'interaction', record_id, name = 'Log.pdf', id = randomUUID(), headers = {} }: Sent,
): Promise<Response> {
  const question = new URLSearchParams({ kind, record_id, name })
  return fetch(`${url}/documents/${id}?${question}`, {
    method: 'PUT',
    headers: { 'x-hubline': '1', ...(token === undefined ? {} : { cookie: `hubline=${token}` }), ...headers },
    body: bytes as BodyInit,
    duplex: 'half',
  } as RequestInit)
}

export const fetchDocument = (url: string, id: string, token: string | undefined): Promise<Response> =>
  fetch(`${url}/documents/${id}`, token === undefined ? {} : { headers: { cookie: `hubline=${token}` } })
