import { checkPack } from './check-pack.ts'
import { readPack } from './read-pack.ts'

/** `node tests/stranger/check.ts "Year 2021-22 pack.zip"`: says what does not agree, and ends with 1 where anything does not. */
const [place] = process.argv.slice(2)
if (place === undefined) throw new Error('Name the pack, a zip of CSV files')
const found = checkPack(readPack(place))
const said = found.length === 0 ? ['Every figure of the pack follows from its records'] : found
process.stdout.write(`${said.join('\n')}\n`)
process.exitCode = found.length === 0 ? 0 : 1
