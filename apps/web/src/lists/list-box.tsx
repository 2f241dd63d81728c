import { type ListFile, type ListSheet, likelySheets } from '@hubline/domain/imports/list-file.ts'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { FieldProps } from '../ui/field.tsx'
import { PasteBox } from '../ui/paste-grid/paste-box.tsx'
import { toast } from '../ui/toast.tsx'
import { FileProblem, readFile } from './read-file.ts'

type Props = FieldProps & {
  /** Whether a sheet holds such a list, for workbooks with several. */
  fits: (text: string) => boolean
  /** `from`: the sheet of the file that the text stood in. */
  onRead: (text: string, from?: ListSheet & { file: string; sha256: string }) => void
}

/** Where a list comes in: pasted, typed, or out of a workbook or CSV file, which the server reads. */
export function ListBox({ fits, onRead, ...field }: Props) {
  const [asked, setAsked] = useState<{ file: string; sha256: string; sheets: ListFile['sheets'] }>()
  const [trouble, setTrouble] = useState<string>()
  const [reading, setReading] = useState<string>()

  async function open(file: File) {
    setReading(file.name)
    setAsked(undefined)
    setTrouble(undefined)
    try {
      const { sha256, sheets, note } = await readFile(file)
      if (note !== null) toast(note)
      const [only, other] = likelySheets(sheets, fits)
      if (only && !other) onRead(only.text, { ...only, file: file.name, sha256 })
      else setAsked({ file: file.name, sha256, sheets: [...likelySheets(sheets, fits)] })
    } catch (fault) {
      if (!(fault instanceof FileProblem)) throw fault
      setTrouble(fault.message)
    } finally {
      setReading(undefined)
    }
  }

  return (
    <>
      <PasteBox
        {...field}
        {...(trouble === undefined ? {} : { error: trouble })}
        onRead={(text) => onRead(text)}
        onFile={(file) => void open(file)}
      />
      {reading !== undefined && <p role="status">Reading {reading}</p>}
      {asked && (
        <fieldset className="list-sheets">
          <legend>Which sheet of {asked.file} holds the list?</legend>
          <div className="cluster">
            {asked.sheets.map((sheet) => (
              <Button
                key={sheet.name}
                size="small"
                onClick={() => onRead(sheet.text, { ...sheet, file: asked.file, sha256: asked.sha256 })}
              >
                {sheet.name}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
