import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Open data lies beside the project when it is there at all; the tests that read it are only run then. */
export const OPEN_DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
export const hasOpenData = existsSync(OPEN_DATA)
