import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { canonicalJson } from '../sign-off/canonical.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** What made a pack. */
export const SYSTEM = `Hubline ${version}`

/** How many definitions, and the SHA-256 of all of them as RFC 8785 writes their list: the same set, the same hash. */
export const definitionSet = (catalogue: readonly Definition[]): string =>
  `${catalogue.length} definitions, SHA-256 ${createHash('sha256').update(canonicalJson(catalogue)).digest('hex')}`
