import { type ReactNode, useId } from 'react'
import './filter-menu.css'
import { Icon } from './icon.tsx'

/** A button that opens the filters of a list; the browser's own popover closes on Esc and a press outside. */
export function FilterMenu({ count, children }: { count: number; children: ReactNode }) {
  const id = useId()
  return (
    <div className="filter-menu">
      <button type="button" className="button plain usual" popoverTarget={id}>
        <Icon name="filter" />
        <span>
          Filter
          {count > 0 && <span className="visually-hidden">, {count} in force</span>}
        </span>
      </button>
      <div id={id} popover="auto" className="filter-panel" role="group" aria-label="Filters">
        {children}
      </div>
    </div>
  )
}
