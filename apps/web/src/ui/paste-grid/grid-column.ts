import type { ReactNode } from 'react'

export type GridCell = {
  /** What is copied, edited, and shown where there is no `face`. */
  text: string
  /** Drawn in place of the text: a tag, an icon with words. Nothing in it can be pressed. */
  face?: ReactNode
  /** How to put the cell right. */
  error?: string | undefined
}

export type GridColumn<Row> = {
  key: string
  /** Names the column for those who hear it. */
  title: string
  /** Drawn at the head in place of the title, as a list of what the column may hold. */
  head?: ReactNode
  /** In px. */
  width: number
  cell: (row: Row) => GridCell
  /** Absent: the column is read only. */
  mayEdit?: ((row: Row) => boolean) | undefined
  /** Words that are offered while a cell is edited; the start of one is enough. */
  choices?: readonly string[] | undefined
}

/** A cell that the person has given another text. */
export type GridEdit = { key: string; column: string; text: string }
