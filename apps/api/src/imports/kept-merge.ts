/** A cell of a bundle that was written before a merge of the hub, which was kept. */
export type KeptMerge = {
  file: string
  /** The physical line, counted from 1 for the header. */
  line: number
  column: string
  found: string
  /** The reference of the client that remains. */
  kept: string
}
