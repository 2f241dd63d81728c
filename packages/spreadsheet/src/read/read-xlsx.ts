import path from 'node:path/posix'
import { type NumberLook, lookOf, shownNumber } from './cell-text.ts'
import { type Attributes, readXml } from './read-xml.ts'
import { SheetCollector, type WorkbookSheet } from './sheet-collector.ts'
import { DAMAGED, UnreadableWorkbook } from './unreadable-workbook.ts'
import type { WorkbookZip } from './workbook-zip.ts'

/** The sheets of an Excel workbook that a person sees, as Excel last showed them: formulas by their kept results. @throws UnreadableWorkbook */
export async function readXlsx(zip: WorkbookZip): Promise<WorkbookSheet[]> {
  const place = [...(await readLinks(zip, '_rels/.rels')).values()].find(({ type }) => type === 'officeDocument')
  const { sheets, is_1904 } = await readBook(zip, place?.target ?? 'xl/workbook.xml')
  const [texts, looks] = [await readTexts(zip, sheets.texts), await readLooks(zip, sheets.looks)]
  const collector = new SheetCollector()
  for (const { name, target } of sheets.places) {
    collector.begin(name)
    await readSheet(zip, { target, texts, looks, is_1904 }, collector)
  }
  return collector.sheets
}

type Link = { type: string; target: string }

/** What a part of the workbook refers to, by its identifier there. */
async function readLinks(zip: WorkbookZip, name: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>()
  const bytes = await zip.read(name)
  const from = path.join(path.dirname(name), '..')
  if (bytes)
    await readXml(bytes, {
      open(element, { Id = '', Type = '', Target = '' }) {
        if (element === 'Relationship')
          links.set(Id, {
            type: Type.slice(Type.lastIndexOf('/') + 1),
            target: Target.startsWith('/') ? Target.slice(1) : path.join(from, Target),
          })
      },
    })
  return links
}

type Place = { name: string; target: string }
type Book = { sheets: { places: Place[]; texts: string; looks: string }; is_1904: boolean }

async function readBook(zip: WorkbookZip, name: string): Promise<Book> {
  const bytes = await zip.read(name)
  if (!bytes || !name.endsWith('.xml')) throw new UnreadableWorkbook(DAMAGED)
  const links = await readLinks(zip, path.join(path.dirname(name), '_rels', `${path.basename(name)}.rels`))
  const places: Place[] = []
  let is_1904 = false
  await readXml(bytes, {
    open(element, attributes) {
      if (element === 'workbookPr') is_1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (element !== 'sheet') return
      const link = links.get(Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '')
      const is_seen = !/hidden/i.test(attributes['state'] ?? '')
      if (link?.type === 'worksheet' && is_seen) places.push({ name: attributes['name'] ?? '', target: link.target })
    },
  })
  const called = (type: string, otherwise: string) =>
    [...links.values()].find((link) => link.type === type)?.target ?? path.join(path.dirname(name), otherwise)
  return {
    sheets: { places, texts: called('sharedStrings', 'sharedStrings.xml'), looks: called('styles', 'styles.xml') },
    is_1904,
  }
}

/** Excel writes a character that XML cannot hold as `_x000D_`. */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : text

/** The texts that cells refer to by number. */
async function readTexts(zip: WorkbookZip, name: string): Promise<string[]> {
  const texts: string[] = []
  const bytes = await zip.read(name)
  if (!bytes) return texts
  let [said, is_text, is_spoken] = ['', false, false]
  await readXml(bytes, {
    open(element) {
      if (element === 'si') said = ''
      // How a Japanese text is spoken stands beside it.
      if (element === 'rPh') is_spoken = true
      is_text = element === 't'
    },
    close(element) {
      if (element === 'si') texts.push(unescaped(said))
      if (element === 'rPh') is_spoken = false
      is_text = false
    },
    text(text) {
      if (is_text && !is_spoken) said += text
    },
  })
  return texts
}

/** How each style of a cell shows its number. */
async function readLooks(zip: WorkbookZip, name: string): Promise<NumberLook[]> {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  const bytes = await zip.read(name)
  if (!bytes) return looks
  let is_of_cells = false
  await readXml(bytes, {
    open(element, { numFmtId = '0', formatCode = '' }: Attributes) {
      if (element === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (element === 'cellXfs') is_of_cells = true
      if (element === 'xf' && is_of_cells) looks.push(lookOf(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close(element) {
      if (element === 'cellXfs') is_of_cells = false
    },
  })
  return looks
}

type Reading = { target: string; texts: readonly string[]; looks: readonly NumberLook[]; is_1904: boolean }
const PLAIN: NumberLook = { is_day: false, digits: 0 }

async function readSheet(zip: WorkbookZip, reading: Reading, collector: SheetCollector): Promise<void> {
  const bytes = await zip.read(reading.target)
  if (!bytes) throw new UnreadableWorkbook(DAMAGED)
  // Rows and cells may come without their place: then they follow the one before.
  let [row, column, kind, style, said] = [0, -1, '', '', '']
  let [takes, has_formula, has_value] = [false, false, false]
  await readXml(bytes, {
    open(element, attributes) {
      if (element === 'row') {
        row = Number(attributes['r'] ?? row + 1)
        column = -1
      } else if (element === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        kind = attributes['t'] ?? 'n'
        style = attributes['s'] ?? ''
        said = ''
        has_formula = has_value = false
      } else if (element === 'f') has_formula = true
      else if (element === 'v' || element === 't') takes = has_value = true
    },
    close(element) {
      takes = false
      if (element !== 'c') return
      const text = has_formula && !has_value ? NO_RESULT : cellText({ kind, style, said }, reading)
      collector.put({ row, column, text })
    },
    text(text) {
      if (takes) said += text
    },
  })
}

/** What a spreadsheet shows where a formula has no result. */
const NO_RESULT = '#N/A'

function cellText(cell: { kind: string; style: string; said: string }, { texts, looks, is_1904 }: Reading): string {
  switch (cell.kind) {
    case 's':
      return texts[Number(cell.said)] ?? ''
    case 'b':
      return cell.said === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      return shownNumber(cell.said, looks[Number(cell.style)] ?? PLAIN, is_1904)
    // A day as text of ISO 8601, which Excel reads and hardly writes.
    case 'd':
      return cell.said.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    case 'e':
      return cell.said
    default:
      return unescaped(cell.said)
  }
}

/** The column of a place such as `AB12`, counted from 0. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  return letters === undefined ? undefined : [...letters].reduce((at, sign) => at * 26 + sign.charCodeAt(0) - 64, 0) - 1
}
