import type { ReactNode } from 'react'
import './empty-state.css'

/** One sentence and the way on. */
export function EmptyState({ sentence, children }: { sentence: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{sentence}</p>
      {children && <div className="cluster">{children}</div>}
    </div>
  )
}
