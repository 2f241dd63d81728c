import { UnreadableFile } from './unreadable-file.ts'
import type { UnreadableReason } from './unreadable-file.ts'

/** A cell this long (in characters) is a mistake, most often a quotation mark that nobody closed. */
export const LONGEST_CELL = 100_000
const LONGEST_RECORD = 1_000_000

const QUOTE = 34
const COMMA = 44
const LF = 10
const CR = 13
/** What a reader returns when the record goes on beyond the text that has arrived. */
const MORE = -1

export type Row = { line: number; cells: string[] }

/**
 * Splits text that arrives in pieces into the records of RFC 4180, strictly: a comma between cells, LF or CRLF
 * between records, quotation marks around a whole cell or not at all. Lines without any character are passed over.
 *
 * Written here because csv-parse 7 reads 25 MB/s where this reads 90 and more, and mends some of what ought to be refused; the
 * tests hold the two against each other.
 */
export class RecordSplitter {
  #text = ''
  #at = 0
  #line = 1
  #ended = false
  /** The line on which the cell being read began. */
  #cellLine = 1

  push(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece
    this.#at = 0
  }

  /** No more text comes: what is held is the last record. */
  end(): void {
    this.#ended = true
  }

  /** The next whole record, or undefined until more text arrives. @throws UnreadableFile */
  next(): Row | undefined {
    this.#passBlankLines()
    if (this.#at >= this.#text.length) return undefined
    const row: Row = { line: this.#line, cells: [] }
    this.#cellLine = this.#line
    for (let at = this.#at; ; at += 1) {
      at = this.#text.charCodeAt(at) === QUOTE ? this.#quoted(at, row.cells) : this.#plain(at, row.cells)
      if (at === MORE) return this.#wait()
      if (this.#text.charCodeAt(at) === COMMA) continue
      const next = this.#afterLineEnd(at)
      if (next === MORE) return this.#wait()
      this.#at = next
      this.#line = this.#cellLine + 1
      return row
    }
  }

  #passBlankLines(): void {
    for (;;) {
      const first = this.#text.charCodeAt(this.#at)
      const length = first === LF ? 1 : first === CR && this.#text.charCodeAt(this.#at + 1) === LF ? 2 : 0
      if (length === 0) return
      this.#at += length
      this.#line += 1
    }
  }

  #wait(): undefined {
    if (this.#text.length - this.#at <= LONGEST_RECORD) return undefined
    throw this.#refusal(
      'too_long',
      `This row is longer than ${LONGEST_RECORD.toLocaleString('en-GB')} characters`,
      'Check that each record is on a line of its own',
    )
  }

  /** Reads a cell without quotation marks; gives the place of what ends it. */
  #plain(from: number, cells: string[]): number {
    const text = this.#text
    let at = from
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === COMMA || code === LF || code === CR) break
      if (code === QUOTE) throw this.#strayQuote()
    }
    if (at - from > LONGEST_CELL) throw this.#longCell()
    if (at === text.length && !this.#ended) return MORE
    cells.push(text.slice(from, at))
    return at
  }

  /** Reads a cell in quotation marks; gives the place after the closing one. */
  #quoted(from: number, cells: string[]): number {
    const text = this.#text
    let doubled = false
    let close = text.indexOf('"', from + 1)
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
      doubled = true
      close = text.indexOf('"', close + 2)
    }
    if ((close < 0 ? text.length : close) - from > LONGEST_CELL + 1) throw this.#longCell()
    if (close < 0 && this.#ended) throw this.#unclosed()
    if (close < 0 || (close + 1 === text.length && !this.#ended)) return MORE
    const next = text.charCodeAt(close + 1)
    if (close + 1 < text.length && next !== COMMA && next !== LF && next !== CR) throw this.#strayQuote()
    const inside = text.slice(from + 1, close)
    cells.push(doubled ? inside.replaceAll('""', '"') : inside)
    for (let feed = inside.indexOf('\n'); feed >= 0; feed = inside.indexOf('\n', feed + 1)) this.#cellLine += 1
    return close + 1
  }

  /** The place after the end of the line that stands at `at`. */
  #afterLineEnd(at: number): number {
    if (at >= this.#text.length) return at
    if (this.#text.charCodeAt(at) === LF) return at + 1
    if (this.#text.charCodeAt(at + 1) === LF) return at + 2
    if (at + 1 >= this.#text.length && !this.#ended) return MORE
    throw this.#refusal(
      'line_ends',
      'A line ends here in a carriage return alone',
      'Save the file with Windows (CRLF) or Unix (LF) line ends',
    )
  }

  #strayQuote(): UnreadableFile {
    return this.#refusal(
      'quotes',
      'A quotation mark stands inside a cell',
      'Put the whole cell in quotation marks and double each one inside it',
    )
  }

  #unclosed(): UnreadableFile {
    return this.#refusal(
      'quotes',
      'A quotation mark opens a cell here and is never closed',
      'Close it at the end of the cell',
    )
  }

  #longCell(): UnreadableFile {
    const longest = LONGEST_CELL.toLocaleString('en-GB')
    return this.#refusal(
      'too_long',
      `A cell that begins here is longer than ${longest} characters`,
      'Shorten it, or close the quotation mark that was left open',
    )
  }

  #refusal(reason: UnreadableReason, sentence: string, advice: string): UnreadableFile {
    return new UnreadableFile({ reason, line: this.#cellLine, sentence, advice })
  }
}
