/**
 * Reads a length of time as people type it, in whole minutes: `90`, `45m`, `1.5h`, `1h30`, `1h 30m`, `1:30`. A part of
 * a minute is rounded, half up. A bare number is minutes, so `1.5` alone is not read.
 */
export function readMinutes(text: string): number | undefined {
  const typed = text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
  const bare = /^(\d{1,4})(?: ?m(?:ins?|inutes?)?)?$/.exec(typed)
  if (bare) return Number(bare[1])
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const hours = /^(\d{1,2})(?:\.(\d{1,2}))? ?h(?:rs?|ours?)?(?: ?([0-5]?\d)(?: ?m(?:ins?|inutes?)?)?)?$/.exec(typed)
  if (!hours || (hours[2] !== undefined && hours[3] !== undefined)) return undefined
  const hundredths = Number((hours[2] ?? '').padEnd(2, '0'))
  return Number(hours[1]) * 60 + Math.floor((hundredths * 60 + 50) / 100) + Number(hours[3] ?? 0)
}
