import type { CellKind, Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'

/** A sheet of few rows: at hand, or found together when the sheet is written. */
export const heldSheet = (
  name: string,
  columns: Readonly<Record<string, CellKind>>,
  rows: readonly SheetRow[] | (() => Promise<readonly SheetRow[]>),
): Sheet => ({
  name,
  columns: Object.entries(columns).map(([column, is]) => ({ name: column, is })),
  rows: async function* () {
    yield* typeof rows === 'function' ? await rows() : rows
  },
})
