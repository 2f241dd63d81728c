import { inflateSync } from 'node:zlib'

type Objects = ReadonlyMap<string, { head: string; stream: string | undefined }>

function objectsOf(pdf: Buffer): Objects {
  const raw = pdf.toString('latin1')
  const found = [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => {
    const [head = '', rest] = body.split(/\nstream\n/)
    const packed = rest?.slice(0, rest.lastIndexOf('\nendstream'))
    const stream =
      packed === undefined
        ? undefined
        : head.includes('/FlateDecode')
          ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
          : packed
    return [id, { head, stream }] as const
  })
  return new Map(found)
}

const fromHex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What each glyph of a font stands for. */
function glyphsOf(map: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, from = '0', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ''], at) =>
      glyphs.set(Number.parseInt(from, 16) + at, fromHex(hex)),
    )
  return glyphs
}

/** The text of a PDF as it can be copied out of it, in the order in which it was written, with single spaces. */
export function textOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const { head } of objects.values())
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1]
      fonts.set(name, glyphsOf(objects.get(map ?? '')?.stream ?? ''))
    }
  const text = [...objects.values()]
    .filter(({ stream }) => stream?.includes(' Tf'))
    .flatMap(({ stream = '' }) => wordsOf(stream, fonts))
  return text.join(' ').replace(/\s+/g, ' ')
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string[] {
  let font = ''
  return [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)].flatMap(([, name, shown]) => {
    if (name !== undefined) font = name
    if (shown === undefined) return []
    const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    return [glyphs.map((glyph) => fonts.get(font)?.get(Number.parseInt(glyph, 16)) ?? '').join('')]
  })
}
