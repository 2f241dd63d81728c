export type UnreadableReason =
  | 'empty'
  | 'not_text'
  | 'wrong_encoding'
  | 'nul'
  | 'line_ends'
  | 'quotes'
  | 'too_long'
  | 'separator'
  | 'header'

type Refusal = { reason: UnreadableReason; line: number; sentence: string; advice: string }

/**
 * A file that cannot be read on from this point. A person can put it right: `sentence` says what was found, `advice`
 * what to do, `line` where, counted from 1.
 */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly reason: UnreadableReason
  readonly line: number
  readonly sentence: string
  readonly advice: string

  constructor(refusal: Refusal) {
    super(`Line ${refusal.line}: ${refusal.sentence}. ${refusal.advice}`)
    this.reason = refusal.reason
    this.line = refusal.line
    this.sentence = refusal.sentence
    this.advice = refusal.advice
  }
}
