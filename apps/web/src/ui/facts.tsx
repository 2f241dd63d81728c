import type { ReactNode } from 'react'
import './facts.css'

export type Fact = {
  title: string
  value?: ReactNode
  /** A link or button beside "Not known", when the person may put it right. */
  add?: ReactNode
}

/** What is known of a record, in pairs. A blank says so and offers to be filled. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ title, value, add }) => {
        const known = value !== undefined && value !== null && value !== ''
        return (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {known ? value : <span className="quiet">Not known</span>}
              {!known && add && <>, {add}</>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
