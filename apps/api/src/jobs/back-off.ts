/** Attempts before a job is given up: with the waits between them, about a day. */
export const MOST_ATTEMPTS = 30

const FIRST_WAIT_S = 10
const LONGEST_WAIT_S = 3600

/** Seconds to wait after an attempt that came to nothing: twice as long each time, up to an hour. */
export const waitAfter = (attempt: number): number => Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (attempt - 1))
