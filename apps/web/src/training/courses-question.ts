import { COURSE_KINDS } from '@hubline/domain/training/training-files.ts'
import { type Address, oneOf, text } from '../address.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the address asks of the courses; a word that means nothing is dropped. */
export function readCoursesQuestion(address: Address) {
  const sort = text(address, 'sort') ?? 'next'
  const provider = text(address, 'provider')
  const filter = {
    text: text(address, 'q'),
    kind: oneOf(address, 'kind', COURSE_KINDS),
    provider: provider && UUID.test(provider) ? provider : undefined,
    sessions: oneOf(address, 'sessions', ['places', 'coming']),
  }
  return {
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as typeof filter,
    sort: sort.replace(/^-/, '') === 'title' ? ('title' as const) : ('next' as const),
    direction: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
    after: text(address, 'after'),
    before: text(address, 'before'),
    size: 50,
  }
}

export type CoursesQuestion = ReturnType<typeof readCoursesQuestion>
