let last = ''

/** What the last list was for: filled in for the next, while the same person is at the screen. */
export const lastReason = (): string => last

export function keepReason(reason: string): void {
  last = reason
}

export function forgetReason(): void {
  last = ''
}
