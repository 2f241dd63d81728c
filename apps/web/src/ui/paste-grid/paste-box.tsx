import { type ClipboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { Button } from '../button.tsx'
import { Field, type FieldProps } from '../field.tsx'
import './paste-box.css'

type Props = FieldProps & {
  /** With the text of a list as it came from the clipboard or was typed. */
  onRead: (text: string) => void
  /** With a workbook or a CSV file that was chosen. */
  onFile: (file: File) => void
}

/** Where a list comes in. Ctrl V anywhere on the page will do; the box is there for those who look for one. */
export function PasteBox({ onRead, onFile, ...field }: Props) {
  const [typed, setTyped] = useState('')
  const read = useEffectEvent((text: string) => text.trim() !== '' && onRead(text))

  useEffect(() => {
    function onPastedElsewhere(event: globalThis.ClipboardEvent) {
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, [contenteditable], dialog')) return
      read(event.clipboardData?.getData('text/plain') ?? '')
    }
    document.addEventListener('paste', onPastedElsewhere)
    return () => document.removeEventListener('paste', onPastedElsewhere)
  }, [])

  function onPaste(event: ClipboardEvent) {
    if (typed.trim() !== '') return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    if (text.trim() !== '') onRead(text)
  }

  return (
    <div className="paste-box">
      <Field {...field}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="control"
            rows={6}
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onPaste={onPaste}
          />
        )}
      </Field>
      <div className="cluster">
        {typed.trim() !== '' && (
          <Button look="filled" icon="check" onClick={() => onRead(typed)}>
            Read this list
          </Button>
        )}
        <label className="button plain usual paste-file">
          Choose a file
          <input
            type="file"
            accept=".xlsx,.ods,.csv,.tsv,.txt,text/csv,text/plain"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) onFile(file)
              target.value = ''
            }}
          />
        </label>
      </div>
    </div>
  )
}
