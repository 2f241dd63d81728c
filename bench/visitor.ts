import { Agent, request } from 'node:http'

/** One signed-in person, who asks over HTTP as the browser does. */
export type Visitor = {
  ask: (procedure: string, input: object) => Promise<unknown>
  tell: (procedure: string, input: object) => Promise<unknown>
  /** Takes a file; gives its size and the milliseconds to its first byte. */
  take: (path: string) => Promise<{ bytes: number; first_byte: number }>
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export function visitorOf(port: number, token: string): Visitor {
  const headers = { cookie: `hubline=${token}`, 'x-hubline': '1', 'content-type': 'application/json' }
  const send = (path: string, body?: string) =>
    new Promise<{ text: string; bytes: number; first_byte: number }>((resolve, reject) => {
      const began = performance.now()
      const sent = request(
        { host: '127.0.0.1', port, path, agent, headers, method: body === undefined ? 'GET' : 'POST' },
        (answer) => {
          const pieces: Buffer[] = []
          let first_byte = 0
          answer.on('data', (piece: Buffer) => {
            first_byte ||= performance.now() - began
            pieces.push(piece)
          })
          answer.once('error', reject)
          answer.once('end', () => {
            const bytes = Buffer.concat(pieces)
            const text = path.startsWith('/trpc/') || answer.statusCode !== 200 ? bytes.toString() : ''
            if (answer.statusCode === 200) resolve({ text, bytes: bytes.length, first_byte })
            else reject(new Error(`${path} gave ${answer.statusCode}: ${text.slice(0, 300)}`))
          })
        },
      )
      sent.once('error', reject)
      sent.end(body)
    })
  const dataIn = (text: string) => (JSON.parse(text) as { result: { data: unknown } }).result.data
  return {
    ask: async (procedure, input) =>
      dataIn((await send(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`)).text),
    tell: async (procedure, input) => dataIn((await send(`/trpc/${procedure}`, JSON.stringify(input))).text),
    take: send,
  }
}
