import type { ProvenKind } from '@hubline/domain/documents/attach-document.ts'

export type Proven = { kind: ProvenKind; record_id: string }

/** Sends one file, which the server takes as it comes. `onProgress` is told the part that is sent, from 0 to 1. @throws what `problemOf` reads */
export function sendFile(id: string, file: File, to: Proven, onProgress: (part: number) => void): Promise<void> {
  const question = new URLSearchParams({ ...to, name: file.name })
  const sending = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    sending.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    sending.addEventListener('load', () => (sending.status === 201 ? resolve() : reject(toldBy(sending.responseText))))
    sending.addEventListener('error', () => reject(unreached()))
    sending.open('PUT', `/documents/${id}?${question}`)
    sending.setRequestHeader('x-hubline', '1')
    sending.setRequestHeader('Content-Type', 'application/octet-stream')
    sending.send(file)
  })
}

/** What the server said of it, as `problemOf` reads it. */
function toldBy(text: string): Error {
  try {
    return Object.assign(new Error('Refused'), (JSON.parse(text) as { error?: object }).error)
  } catch {
    return unreached()
  }
}

const unreached = () => new Error('Unreached', { cause: new TypeError('Unreached') })
