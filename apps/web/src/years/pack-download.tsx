import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import './pack-download.css'
import { PackProgress } from './pack-progress.tsx'
import { signedWords } from './standing.ts'

const FORMATS = [
  { format: 'xlsx', words: 'Excel' },
  { format: 'ods', words: 'OpenDocument' },
  { format: 'zip', words: 'CSV files in a zip' },
] as const

/** The year in one file, for whoever may take it out of the hub. The browser keeps this page while the file comes. */
export function PackDownload({ year }: { year: string }) {
  const mayDownload = useMay('pack:download')
  const [file, setFile] = useState(newId)
  const [under_way, setUnderWay] = useState<string>()
  const { data: standing } = useQuery({ ...trpc.years.standing.queryOptions({ year }), enabled: mayDownload })
  if (!mayDownload) return null
  const versions = standing?.versions ?? []
  const address = `/year/${encodeURIComponent(year)}/pack`
  return (
    <Panel
      title="Download the year's pack"
      note="The figures, their definitions and the records behind them. People stand under their reference alone."
      className="pack-download no-print"
    >
      <form
        method="get"
        action={`${address}.xlsx`}
        onSubmit={() => {
          setUnderWay(file)
          // The form is read first.
          setTimeout(() => setFile(newId()))
        }}
      >
        <input type="hidden" name="file" value={file} />
        {versions.length > 0 && (
          <SelectField
            label="Which figures?"
            hint="A signed-off version is the same file whenever it is downloaded, so one that broke off can be resumed."
            name="version"
            none="As the records stand today"
            choices={versions.map((one) => ({
              value: String(one.version),
              words: one.version === 1 ? `Version 1: ${signedWords(one)}` : signedWords(one),
            }))}
          />
        )}
        <TextField
          label="What is it for?"
          hint="For example the return to a funder. Kept with your name in the audit trail."
          name="reason"
          required
          pattern=".*\S.*"
          title="Say what the pack is for"
          maxLength={200}
          autoComplete="off"
        />
        <div className="pack-formats">
          {FORMATS.map(({ format, words }) => (
            <Button key={format} type="submit" formAction={`${address}.${format}`} icon="download">
              {words}
            </Button>
          ))}
        </div>
      </form>
      {under_way && <PackProgress key={under_way} file={under_way} />}
    </Panel>
  )
}
