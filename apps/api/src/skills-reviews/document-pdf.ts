import { fileURLToPath } from 'node:url'
import type { ClientDocument, DocumentBlock } from '@hubline/domain/skills-reviews/client-document.ts'
import PdfDocument from 'pdfkit'

type Pdf = InstanceType<typeof PdfDocument>
type Struct = ReturnType<Pdf['struct']>

const REGULAR = fileURLToPath(
  import.meta
    .resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
)
const BOLD = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
)

const MARGIN = 48
const INK = '#16212b'
const QUIET = '#4a5763'
const LINE = '#b9b4a8'
const PAD = 5

/**
 * The document for a client as a tagged A4 PDF: headings, paragraphs and table cells that a screen reader can walk. The
 * same document and instant give the same bytes.
 */
export function documentPdf(document: ClientDocument, changed_at: Date): Promise<Buffer> {
  const pdf = new PdfDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 18, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: { Title: document.title, Author: document.hub, CreationDate: changed_at, ModDate: changed_at },
  })
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
  pdf.registerFont('regular', REGULAR).registerFont('bold', BOLD)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  add(pdf, root, 'P', () => pdf.font('regular').fontSize(11).fillColor(QUIET).text(document.hub))
  pdf.moveDown(0.2)
  add(pdf, root, 'H1', () => pdf.font('bold').fontSize(20).fillColor(INK).text(document.title))
  pdf.moveDown(0.6)
  for (const block of document.blocks) drawBlock(pdf, root, block)
  root.end()
  numberPages(pdf, document)
  pdf.end()
  return done
}

function add(pdf: Pdf, parent: Struct, type: string, draw: () => void): void {
  const made = pdf.struct(type, {}, draw)
  parent.add(made)
  made.end()
}

const room = (pdf: Pdf) => pdf.page.height - pdf.page.margins.bottom - pdf.y
const width = (pdf: Pdf) => pdf.page.width - 2 * MARGIN

function drawBlock(pdf: Pdf, root: Struct, block: DocumentBlock): void {
  if (block.is === 'heading') {
    // A heading never stands alone at the foot of a page.
    if (room(pdf) < 90) pdf.addPage()
    pdf.moveDown(0.5)
    add(pdf, root, 'H2', () =>
      pdf
        .font('bold')
        .fontSize(14)
        .fillColor(INK)
        .text(block.text, MARGIN, pdf.y, { width: width(pdf) }),
    )
    pdf.moveDown(0.3)
  } else if (block.is === 'text') {
    for (const paragraph of block.text.split(/\n+/))
      add(pdf, root, 'P', () =>
        pdf
          .font('regular')
          .fontSize(11)
          .fillColor(INK)
          .text(paragraph, MARGIN, pdf.y, { width: width(pdf), lineGap: 2 }),
      )
    pdf.moveDown(0.5)
  } else if (block.is === 'facts') {
    for (const [title, value] of block.facts)
      add(pdf, root, 'P', () =>
        pdf
          .fontSize(11)
          .font('bold')
          .fillColor(INK)
          .text(`${title}: `, MARGIN, pdf.y, { width: width(pdf), continued: true, lineGap: 2 })
          .font('regular')
          .text(value),
      )
    pdf.moveDown(0.5)
  } else drawTable(pdf, root, block)
}

type Table = Extract<DocumentBlock, { is: 'table' }>

function drawTable(pdf: Pdf, root: Struct, { caption, columns, rows }: Table): void {
  const table = pdf.struct('Table', { title: caption })
  root.add(table)
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (width(pdf) * share) / whole)
  const aligned = columns.map(({ end }) => (end ? 'right' : 'left') as 'right' | 'left')
  const head = columns.map(({ title }) => title)
  drawRow(pdf, table, { cells: head, widths, aligned, is_head: true, tag: true })
  for (const cells of rows) {
    // The head stands again on every page; only its first appearance is part of the structure.
    if (heightOf(pdf, { cells, widths, is_head: false }) > room(pdf)) {
      pdf.addPage()
      drawRow(pdf, table, { cells: head, widths, aligned, is_head: true, tag: false })
    }
    drawRow(pdf, table, { cells, widths, aligned, is_head: false, tag: true })
  }
  table.end()
  pdf.x = MARGIN
  pdf.moveDown(0.7)
}

type Row = {
  cells: readonly string[]
  widths: readonly number[]
  aligned: readonly ('left' | 'right')[]
  is_head: boolean
  tag: boolean
}

const dress = (pdf: Pdf, is_head: boolean) =>
  pdf
    .font(is_head ? 'bold' : 'regular')
    .fontSize(10)
    .fillColor(INK)

function heightOf(pdf: Pdf, { cells, widths, is_head }: Pick<Row, 'cells' | 'widths' | 'is_head'>): number {
  dress(pdf, is_head)
  return (
    Math.max(...cells.map((cell, at) => pdf.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - 2 * PAD }))) +
    2 * PAD
  )
}

function drawRow(pdf: Pdf, table: Struct, { cells, widths, aligned, is_head, tag }: Row): void {
  const top = pdf.y
  const height = heightOf(pdf, { cells, widths, is_head })
  const row = tag ? pdf.struct('TR') : undefined
  if (row) table.add(row)
  let x = MARGIN
  cells.forEach((cell, at) => {
    const [left, wide] = [x + PAD, (widths[at] ?? 0) - 2 * PAD]
    const draw = () => dress(pdf, is_head).text(cell, left, top + PAD, { width: wide, align: aligned[at] ?? 'left' })
    if (row) add(pdf, row, is_head ? 'TH' : 'TD', draw)
    else asArtifact(pdf, draw)
    x += widths[at] ?? 0
  })
  row?.end()
  asArtifact(pdf, () =>
    pdf
      .lineWidth(is_head ? 1 : 0.5)
      .strokeColor(LINE)
      .moveTo(MARGIN, top + height)
      .lineTo(MARGIN + width(pdf), top + height)
      .stroke(),
  )
  pdf.y = top + height
}

function asArtifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

function numberPages(pdf: Pdf, { hub }: ClientDocument): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    const bottom = pdf.page.margins.bottom
    pdf.page.margins.bottom = 0
    asArtifact(pdf, () =>
      pdf
        .font('regular')
        .fontSize(9)
        .fillColor(QUIET)
        .text(`${hub}   Page ${page + 1} of ${count}`, MARGIN, pdf.page.height - 40, {
          width: width(pdf),
          lineBreak: false,
        }),
    )
    pdf.page.margins.bottom = bottom
  }
}
