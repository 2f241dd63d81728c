import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

/** Processes as Linux shows them. Elsewhere there is nothing to read, and the report says so. */

const TICKS_PER_SECOND = 100

type Stat = { parent: number; own_ms: number; ended_children_ms: number }

function statOf(pid: number | string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ms = (at: number) => (((fields[at] ?? 0) + (fields[at + 1] ?? 0)) * 1000) / TICKS_PER_SECOND
    return { parent: fields[1] ?? 0, own_ms: ms(11), ended_children_ms: ms(13) }
  } catch {
    return undefined
  }
}

/** Milliseconds of computing that a process has done so far. */
export const cpuOf = (pid: number): number => statOf(pid)?.own_ms ?? 0

/** The same of a process and all that it started. */
export function cpuOfFamily(pid: number): number {
  const first = statOf(pid)
  if (!first) return 0
  let sum = first.own_ms + first.ended_children_ms
  for (const other of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(other)
    if (stat?.parent === pid) sum += stat.own_ms + stat.ended_children_ms
  }
  return sum
}

/** The most memory that a process ever held, in MiB; 0 where that cannot be read. */
export function mostMemoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** From here on the most memory of a process is counted anew. */
export function countMemoryAnew(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
