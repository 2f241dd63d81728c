/** "45 minutes", "1 hour 30 minutes" */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    hours && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    (rest || !hours) && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`,
  ]
  return parts.filter(Boolean).join(' ')
}
