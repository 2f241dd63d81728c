import { ListFile, likelySheets } from '@hubline/domain/imports/list-file.ts'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { FieldProps } from '../ui/field.tsx'
import { PasteBox } from '../ui/paste-grid/paste-box.tsx'
import { toast } from '../ui/toast.tsx'
import { FileProblem, readFile } from './read-file.ts'

type Props = FieldProps & {
  /** Whether a sheet holds such a list, for workbooks with several. */
  fits: (text: string) => boolean
  onRead: (text: string) => void
}

/** Where a list comes in: pasted, typed, or out of a workbook or CSV file, which the server reads. */
export function ListBox({ fits, onRead, ...field }: Props) {
  const [asked, setAsked] = useState<{ name: string; sheets: ListFile['sheets'] }>()
  const [trouble, setTrouble] = useState<string>()
  const [reading, setReading] = useState<string>()

  async function open(file: File) {
    setReading(file.name)
    setAsked(undefined)
    setTrouble(undefined)
    try {
      const { sheets, note } = await readFile(file)
      if (note !== null) toast(note)
      const [only, other] = likelySheets(sheets, fits)
      if (only && !other) onRead(only.text)
      else setAsked({ name: file.name, sheets: [...likelySheets(sheets, fits)] })
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
        onRead={onRead}
        onFile={(file) => void open(file)}
      />
      {reading !== undefined && <p role="status">Reading {reading}</p>}
      {asked && (
        <fieldset className="list-sheets">
          <legend>Which sheet of {asked.name} holds the list?</legend>
          <div className="cluster">
            {asked.sheets.map(({ name, text }) => (
              <Button key={name} size="small" onClick={() => onRead(text)}>
                {name}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
