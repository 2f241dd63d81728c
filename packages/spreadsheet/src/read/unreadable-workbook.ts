/** A workbook that cannot be read. Its message is a sentence that says what was found and what to do. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook'
}

export const DAMAGED = 'The file is damaged: open it in a spreadsheet, save it again and send that'
export const TOO_MUCH = 'The workbook holds more than can be read: keep the sheet with the list alone and send that'
