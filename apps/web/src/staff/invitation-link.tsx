import { INVITATION_DAYS } from '@hubline/domain/staff/invite.ts'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { dayAfter } from './staff-words.ts'

/** The link of an invitation, shown this once because only its hash is kept. */
export function InvitationLink({ name, link }: { name: string; link: string }) {
  const box = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => box.current?.select(), [])

  async function copy() {
    box.current?.select()
    await navigator.clipboard?.writeText(link)
    setCopied(true)
  }

  return (
    <div className="stack">
      <p>
        No mail leaves this Hubline. Give this link to {name} and to nobody else: whoever opens it first joins the hub.
      </p>
      <TextField
        ref={box}
        id="link"
        label="Link"
        hint={`Works once, until ${dayAfter(INVITATION_DAYS)}. It is not shown again.`}
        readOnly
        value={link}
      />
      <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy link'}
      </Button>
    </div>
  )
}
