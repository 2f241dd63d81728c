import { writeSync } from 'node:fs'

/** Starts something and gives how to stop it. */
type Start = (isStopping: () => boolean) => Promise<() => Promise<void>>

/** Runs a program until Ctrl-C or its end is asked for; what it has begun to start is started first, then stopped. */
export function untilStopped(start: Start, sentenceFor: (fault: unknown) => string): void {
  let stopping = false
  const leave = async () => {
    // A second signal means now.
    if (stopping) process.exit(1)
    stopping = true
    writeSync(1, '\nStopping\n')
    const stop = await started.catch(() => undefined)
    await stop?.()
    process.exit(0)
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
  const started = start(() => stopping)
  started.catch((fault: unknown) => {
    process.stderr.write(`${sentenceFor(fault)}\n`)
    process.exit(1)
  })
}
