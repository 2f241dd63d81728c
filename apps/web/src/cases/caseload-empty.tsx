import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import type { CaseloadQuestion } from './caseload-question.ts'

const ALL_FILTERS = ['status', 'due', 'kind', 'district', 'programme', 'silent', 'q', 'after', 'before'] as const

/** Why the list is empty, and the way on. */
export function CaseloadEmpty({ asked: { filter, whose, after, before } }: { asked: CaseloadQuestion }) {
  const filters = Object.keys(filter).length
  if (filters > 0 || after || before) {
    const clear = Object.fromEntries(ALL_FILTERS.map((name) => [name, undefined]))
    const sentence =
      filter.due === 'overdue' && filters === 1
        ? 'Nothing is overdue.'
        : `No cases match ${filters === 1 ? 'this filter' : 'these filters'}.`
    return (
      <EmptyState sentence={sentence}>
        <SearchLink change={clear} className="button plain usual">
          Show all cases
        </SearchLink>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      sentence={
        whose === 'mine'
          ? 'You have no open cases yet. Find a business and open one on its page.'
          : 'Nobody has an open case yet.'
      }
    >
      <ButtonLink to="/businesses">Find a business</ButtonLink>
      <ButtonLink to="/businesses/new">Register a business</ButtonLink>
    </EmptyState>
  )
}
