import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import './evidence.css'

/** The sampled units of a version with their documents, for whoever checks. The browser keeps this page while the file comes. */
export function AuditPackDownload({ year, version }: { year: string; version: number }) {
  const may_download = useMay('pack:download')
  if (!may_download) return null
  return (
    <Panel
      title="Download the audit pack"
      note={`Every record that was drawn of version ${version}, with its documents. People stand under their reference; the documents are as they were given, and may name them.`}
    >
      <form
        method="get"
        action={`/year/${encodeURIComponent(year)}/evidence/${version}/audit-pack.zip`}
        className="evidence-draw no-print"
      >
        <TextField
          label="What is it for?"
          hint="For example the audit of a funder. Kept with your name in the audit trail."
          name="reason"
          required
          pattern=".*\S.*"
          title="Say what the audit pack is for"
          maxLength={200}
          autoComplete="off"
        />
        <div className="cluster">
          <Button type="submit" icon="download">
            Zip with documents
          </Button>
        </div>
      </form>
    </Panel>
  )
}
