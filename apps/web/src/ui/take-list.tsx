import { USUAL_REASONS } from '@hubline/domain/staff/taken.ts'
import { useId, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { keepReason, lastReason } from './last-reason.ts'
import { TextField } from './text-field.tsx'

type Props = { href: string }

/** Downloads a list of records as CSV, once it is said what for. */
export function TakeList({ href }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button icon="download" onClick={() => setAsking(true)}>
        Download CSV
      </Button>
      {asking && <WhyDialog href={href} onClose={() => setAsking(false)} />}
    </>
  )
}

function WhyDialog({ href, onClose }: Props & { onClose: () => void }) {
  const id = useId()
  const [reason, setReason] = useState(lastReason)
  const take = () => {
    keepReason(reason)
    fetchFile(`${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams({ why: reason })}`)
    onClose()
  }
  return (
    <Dialog
      title="Download the list"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" type="submit" form={id} icon="download">
            Download
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <TextField
          label="What is it for?"
          hint="Kept with your name in the audit trail."
          data-first
          required
          pattern=".*\S.*"
          title="Say what the list is for"
          maxLength={200}
          autoComplete="off"
          list={`${id}-usual`}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <datalist id={`${id}-usual`}>
          {USUAL_REASONS.map((usual) => (
            <option key={usual}>{usual}</option>
          ))}
        </datalist>
      </form>
    </Dialog>
  )
}

/** As a press on a link to a file: what is refused is a download that failed, and the page stays. */
function fetchFile(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}
