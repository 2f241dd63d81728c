import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Made anew whenever the server starts: a file is chosen and brought in within minutes. */
const KEY = randomBytes(32)

type Sealed = { sha256: string; sheet: string; text: string }

/** Says that this server read this text in a sheet of the file with that fingerprint. */
export const sealOf = ({ sha256, sheet, text }: Sealed): string =>
  createHmac('sha256', KEY)
    .update(JSON.stringify([sha256, sheet, createHash('sha256').update(text).digest('hex')]))
    .digest('hex')

export function isSealed(read: Sealed, seal: string): boolean {
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(read))]
  return given.length === own.length && timingSafeEqual(given, own)
}
