import type { ReactNode } from 'react'
import { Mark } from '../shell/mark.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import './door.css'

/** The one sheet of paper that somebody outside sees. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePageTitle(title)
  return (
    <main className="door">
      <div className="door-sheet">
        <p className="door-name">
          <Mark size={32} />
          <span>Hubline</span>
        </p>
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
        {children}
      </div>
      <p className="door-foot small quiet">Every published number opens to the records behind it.</p>
    </main>
  )
}
