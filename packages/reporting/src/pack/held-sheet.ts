import type { CellKind, Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'

/** A sheet whose few rows are at hand. */
export const heldSheet = (
  name: string,
  columns: Readonly<Record<string, CellKind>>,
  rows: readonly SheetRow[],
): Sheet => ({
  name,
  columns: Object.entries(columns).map(([column, is]) => ({ name: column, is })),
  rows: () => rows,
})
