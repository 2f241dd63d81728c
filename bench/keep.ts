import { readFile, writeFile } from 'node:fs/promises'

const RESULTS = new URL('RESULTS.md', import.meta.url)

/** Puts a page into the results, in the place of the last one that began with the same name. */
export async function keep(name: string, measured: string): Promise<void> {
  const kept = await readFile(RESULTS, 'utf8').catch(() => '# What was measured\n')
  const sections = kept.split(/^(?=## )/m)
  const others = sections.filter((section) => !section.startsWith(`## ${name}:`))
  const at = others.findIndex((section) => section.startsWith('## ') && section > `## ${name}`)
  others.splice(at < 0 ? others.length : at, 0, `${measured.trimEnd()}\n\n`)
  await writeFile(RESULTS, `${others.map((section) => section.trimEnd()).join('\n\n')}\n`)
}
