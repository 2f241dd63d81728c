/** How long ago, in words for a sentence: `just now`, `2 minutes ago`, `3 days ago`. */
export function ago(seconds: number): string {
  const said = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} ago`
  if (seconds < 60) return 'just now'
  if (seconds < 3600) return said(Math.floor(seconds / 60), 'minute')
  if (seconds < 86_400) return said(Math.floor(seconds / 3600), 'hour')
  return said(Math.floor(seconds / 86_400), 'day')
}

/** `the phone, the town and the postcode`; more than three are counted. */
export function listed(words: readonly string[]): string {
  const [first = '', ...others] = words.length > 3 ? [...words.slice(0, 2), `${words.length - 2} more facts`] : words
  const last = others.pop()
  return last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`
}
