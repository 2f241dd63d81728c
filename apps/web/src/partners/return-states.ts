import type { Tone } from '../ui/tag.tsx'

/** Where a partner's return of a year stands. */
export const RETURN_STATES = {
  due: { words: 'Asked', tone: 'info' },
  overdue: { words: 'Overdue', tone: 'bad' },
  received: { words: 'Received, not taken in', tone: 'warn' },
  taken_in: { words: 'Taken in', tone: 'ok' },
  nothing: { words: 'Nothing to report', tone: 'plain' },
  withdrawn: { words: 'Withdrawn', tone: 'plain' },
} as const satisfies Record<string, { words: string; tone: Tone }>

/** What comes of a row, in the order in which people look. */
export const ROW_STATES = {
  unsure: { words: 'To decide', tone: 'warn' },
  matched: { words: 'Matched', tone: 'ok' },
  new: { words: 'New', tone: 'ok' },
  repeated: { words: 'Repeated', tone: 'plain' },
  rejected: { words: 'Rejected', tone: 'bad' },
} as const satisfies Record<string, { words: string; tone: Tone }>
