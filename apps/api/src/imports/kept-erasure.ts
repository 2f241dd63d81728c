/** A cell of a bundle about somebody who was erased from the hub: it was not taken in, and what it says is not repeated. */
export type KeptErasure = {
  file: string
  /** The physical line, counted from 1 for the header. */
  line: number
  column: string
  /** Like 26/11/2026. */
  erased_on: string
}
