import type { Tx } from '@hubline/db/connection.ts'
import type { Post } from '../mail/post.ts'
import type { JobInput, JobKind } from './job-inputs.ts'

/** What jobs may touch besides the database. */
export type Outside = {
  /** Where people find this server: links begin so. */
  public_url: string
  /** The mail server; undefined where none is set. */
  post: Post | undefined
}

export type Job<K extends JobKind> = {
  hub_id: string
  input: JobInput<K>
  /** 1 for the first. An attempt that was killed counts. */
  attempt: number
  now: Date
  outside: Outside
}

/** What an attempt leaves to be written, in the transaction that ends the job. */
type Ending = (tx: Tx) => Promise<void>

/**
 * Who does a kind of job. `inside` works in the database alone: its work and the end of the job are one transaction, so
 * it happens once. `outside` also does what no transaction can take back, holding none open meanwhile; it may happen
 * again after a crash. It reaches the hub in short transactions, and gives what is to be written as the job ends.
 */
export type Doer<K extends JobKind> =
  | { inside: (tx: Tx, job: Job<K>) => Promise<void> }
  | {
      outside: (job: Job<K>, inHub: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>) => Promise<Ending>
      /** Written when the last attempt has come to nothing. */
      givesUp?: (tx: Tx, job: Job<K>, trouble: string) => Promise<void>
    }
