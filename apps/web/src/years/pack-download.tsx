import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import './pack-download.css'

const FORMATS = [
  { format: 'xlsx', words: 'Excel' },
  { format: 'ods', words: 'OpenDocument' },
  { format: 'zip', words: 'CSV files in a zip' },
] as const

/** The year in one file, for whoever may take it out of the hub. The browser keeps this page while the file comes. */
export function PackDownload({ year }: { year: string }) {
  const mayDownload = useMay('pack:download')
  if (!mayDownload) return null
  const address = `/year/${encodeURIComponent(year)}/pack`
  return (
    <Panel
      title="Download the year's pack"
      note="The figures, their definitions and the records behind them. People stand under their reference alone."
      className="pack-download"
    >
      <form method="get" action={`${address}.xlsx`}>
        <TextField
          label="What is it for?"
          hint="For example the return to a funder. Kept with your name in the audit trail."
          name="reason"
          required
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
    </Panel>
  )
}
