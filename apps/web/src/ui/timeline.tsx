import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './timeline.css'

export type TimelineItem = {
  id: string
  icon: IconName
  /** "Call, 25 min", often a link to the record. */
  title: ReactNode
  /** "15 Oct 2025" */
  on: string
  /** "October 2025": a rule is drawn where it changes. */
  month: string
  body?: ReactNode
  tag?: ReactNode
}

/** What happened, newest first, with a rule at each month. */
export function Timeline({ items, label = 'Timeline' }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <div className="timeline" role="group" aria-label={label}>
      {[...Map.groupBy(items, (item) => item.month)].map(([month, members]) => (
        <section key={month}>
          <h3 className="timeline-month">{month}</h3>
          <ol role="list">
            {members.map((item) => (
              <li key={item.id} className="timeline-item">
                <span className="timeline-mark">
                  <Icon name={item.icon} size={16} />
                </span>
                <div className="timeline-words">
                  <p>
                    <span className="strong">{item.title}</span> <span className="quiet figures">{item.on}</span>
                  </p>
                  {item.body && <p className="timeline-body">{item.body}</p>}
                  {item.tag && <p className="cluster">{item.tag}</p>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
