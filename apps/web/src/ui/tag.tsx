import type { ReactNode } from 'react'
import './tag.css'

export type Tone = 'plain' | 'brand' | 'ok' | 'warn' | 'bad' | 'info'

/** A sober label. The words carry the meaning; the colour only repeats it. */
export function Tag({ tone = 'plain', children }: { tone?: Tone | undefined; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}
