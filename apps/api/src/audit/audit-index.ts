import { showDay, todayInLondon } from '@hubline/domain/day.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { xmlText } from '@hubline/spreadsheet/xml-text.ts'
import type { PackedSample, PackedUnit } from './packed-unit.ts'

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}caption{text-align:left;font-weight:bold;font-size:1.2rem}
th,td{border:1px solid #888;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}code{overflow-wrap:anywhere}.wide{overflow-x:auto}`

/** The first page of an audit pack, which opens from its folder without anything else. In pieces, a figure each. */
export function* auditIndex(sample: PackedSample, units: readonly PackedUnit[]): Generator<string, void, undefined> {
  const title = `Audit pack of ${sample.year}, version ${sample.version}`
  yield `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${xmlText(`${title}: ${sample.hub}`)}</title><style>${STYLE}</style></head><body><main>
<h1>${xmlText(title)}</h1>
${paragraph(sample.hub)}
${paragraph(`Signed off on ${dayOf(sample.signed_at)} by ${sample.signed_by}. The sample was drawn on ${dayOf(sample.drawn_at)} by ${sample.drawn_by}.`)}
<h2>How to draw the sample again</h2>
<p>The seed is <code>${xmlText(sample.seed)}</code>. For each headline take the list that was signed off (the sheet of units in the pack of this version). For each unit work out the SHA-256 of the seed, one space and the unit’s id, in UTF-8. The 25 units with the smallest of these, in that order, are the sample; where the list is shorter, all of it.</p>
<h2>What is in this pack</h2>
<p><a href="units.csv">units.csv</a> has a line for each record that brought a sampled unit into its figure, <a href="documents.csv">documents.csv</a> one for each document with its SHA-256. Individuals go by their references; documents are as they were given, and may name people. Withdrawn documents are left out. The evidence level is that of today; all else of a unit is as it was signed off.</p>
`
  for (const [key, drawn] of Map.groupBy(units, (unit) => unit.key)) yield figureTable(key, drawn)
  if (units.length === 0) yield '<p>No headline had anything in its list, so nothing was drawn.</p>\n'
  yield '</main></body></html>\n'
}

const paragraph = (words: string) => `<p>${xmlText(words)}</p>`
const dayOf = (instant: Date) => showDay(todayInLondon(instant))
const HEADINGS = ['Unit', 'Deciding day', 'Counted because of', 'Evidence', 'Found', 'Documents']

const figureTable = (key: string, units: readonly PackedUnit[]) =>
  `<div class="wide" tabindex="0" role="region" aria-label="${xmlText(units[0]?.title ?? key)}"><table><caption>${xmlText(units[0]?.title ?? key)} (${xmlText(key)}): ${units.length} drawn</caption>
<thead><tr>${HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>
${units.map(unitRow).join('\n')}
</tbody></table></div>
`

function unitRow({
  place,
  reference,
  name,
  decided_on,
  records,
  outcome,
  note,
  checked_by,
  checked_at,
  documents,
}: PackedUnit) {
  const because = records.map(
    ({ kind, reference: of, on }) => `${fileOf(kind as RecordKind).noun} ${of}, ${showDay(on)}`,
  )
  const levels = [
    ...new Set(records.flatMap(({ evidence }) => (evidence === null ? [] : [evidence.replaceAll('_', ' ')]))),
  ]
  const checked = checked_by === '' ? '' : `${checked_by}, ${dayOf(new Date(checked_at))}`
  const found = [outcome, note, checked].filter(Boolean).join('. ')
  return `<tr><th scope="row">${place}. ${xmlText(reference)}<br>${xmlText(name)}</th><td>${xmlText(showDay(decided_on))}</td><td>${because.map(xmlText).join('<br>')}</td><td>${xmlText(levels.join(', '))}</td><td>${xmlText(found)}</td><td>${documents.length === 0 ? 'No document' : documents.map(documentLink).join('<br>')}</td></tr>`
}

const documentLink = ({ path, reference, sha256 }: PackedUnit['documents'][number]) =>
  `<a href="${xmlText(path.split('/').map(encodeURIComponent).join('/'))}">${xmlText(reference)}</a> <code>${sha256}</code>`
