import { SaxesParser } from 'saxes'
import { UnreadableWorkbook } from './unreadable-workbook.ts'

export type Attributes = Readonly<Record<string, string>>

/** Told of what stands in an XML file, in its order. Names of elements come without their prefix. */
export type XmlReader = {
  open: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML as it comes. A document type is refused: no workbook needs one, and entities can be made to grow without end.
 * @throws UnreadableWorkbook for a document type
 * @throws Error where it is no XML
 */
export async function readXml(bytes: AsyncIterable<Buffer>, { open, close, text }: XmlReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new UnreadableWorkbook(
      'The file defines XML entities, which no spreadsheet does: save it again and send that',
    )
  })
  parser.on('opentag', ({ name, attributes }) => open(bare(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(bare(name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of bytes) parser.write(decoder.decode(piece, { stream: true }))
  parser.write(decoder.decode())
  parser.close()
}
