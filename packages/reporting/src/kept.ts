import type { Db } from '@hubline/db/connection.ts'
import { isMasked } from '@hubline/db/masked.ts'

/**
 * Answers about a hub, kept until its records change: the database counts every write of a hub in the transaction that
 * makes it, so an answer kept at the same count is exact. `db` must be one snapshot of today's records. What is kept for
 * those who may see names is not given to those who may not.
 */
export class Kept<T> {
  readonly #kept = new Map<string, { changes: number; answer: Promise<T> }>()
  readonly #most: number

  constructor(most = 200) {
    this.#most = most
  }

  /** The answer to a question that goes by `name`, from `ask` where none is kept. */
  async of(db: Db, { hub_id, name, ask }: { hub_id: string; name: string; ask: () => Promise<T> }): Promise<T> {
    const { mark, changes, kept } = await this.#look(db, hub_id, name)
    if (kept) return kept
    const answer = ask()
    this.#kept.delete(mark)
    this.#kept.set(mark, { changes, answer })
    answer.catch(() => this.#kept.delete(mark))
    for (const oldest of this.#kept.keys()) if (this.#kept.size > this.#most) this.#kept.delete(oldest)
    return answer
  }

  /** The answer where one is kept: for those who need but a part of it, and would ask for less. */
  async known(db: Db, { hub_id, name }: { hub_id: string; name: string }): Promise<T | undefined> {
    return (await this.#look(db, hub_id, name)).kept
  }

  async #look(db: Db, hub_id: string, name: string) {
    const mark = `${hub_id} ${isMasked(db) ? 'masked' : 'named'} ${name}`
    const row = await db.selectFrom('hub_change').select('changes').where('hub_id', '=', hub_id).executeTakeFirst()
    const changes = row?.changes ?? 0
    const found = this.#kept.get(mark)
    return { mark, changes, kept: found?.changes === changes ? found.answer : undefined }
  }
}
