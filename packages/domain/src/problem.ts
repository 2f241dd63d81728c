/** The short list of what can be wrong that a person can put right. */
export type ProblemCode =
  | 'not_signed_in'
  | 'not_allowed'
  | 'not_found'
  | 'invalid'
  | 'already_exists'
  | 'stale'
  | 'sent_before'
  | 'too_many'

/** Something that a person can put right: a sentence that says how, and the field it is about if there is one. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly field: string | undefined

  constructor(code: ProblemCode, sentence: string, field?: string) {
    super(sentence)
    this.name = 'Problem'
    this.code = code
    this.field = field
  }
}
