import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { MoveStep } from './move-step.tsx'
import { SignOffDialog } from './sign-off-dialog.tsx'
import type { Standing } from './standing.ts'

/** What a manager can do with the year now. */
export function NextStep({ standing }: { standing: Standing }) {
  const next = standing.next[0]
  if (next === 'signed_off') return <SignOffStep standing={standing} />
  return next === 'draft' || next === 'checked' || next === 'published' ? (
    <MoveStep standing={standing} to={next} />
  ) : null
}

function SignOffStep({ standing }: { standing: Standing }) {
  const [asking, setAsking] = useState(false)
  return (
    <Panel title="What comes next" className="no-print">
      <div className="year-next">
        {standing.has_ended ? (
          <>
            <p>A manager signs the year off: its figures and their lists are copied, and the copy never changes.</p>
            <div className="cluster">
              <Button look="filled" onClick={() => setAsking(true)}>
                Sign off {standing.year}
              </Button>
            </div>
          </>
        ) : (
          <p>The year can be signed off once it has ended.</p>
        )}
      </div>
      {asking && <SignOffDialog standing={standing} onClose={() => setAsking(false)} />}
    </Panel>
  )
}
