import type { DefinitionChange } from '@hubline/domain/indicators/change-definition.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** Of which figure and year, and which way its units would move. */
export type Asked = { of: string; title: string; year: string; which: 'in' | 'out' }
type Props = {
  change: { key: string; change: DefinitionChange; own_title: string | undefined }
  asked: Asked
}
type After = { name: string; id: string }

/** The units that a change would bring in or take out, page by page. */
export function MovedUnits({ change, asked: { of, title, year, which } }: Props) {
  const [after, setAfter] = useState<After>()
  const { data, error } = useQuery(
    trpc.indicators.definitionEffectUnits.queryOptions({ ...change, of, year, which, after }),
  )
  if (error) return <p>{problemsOf(error)[0].sentence}</p>
  return (
    <section aria-label="Who moves" className="stack">
      <Heading key={after?.id ?? 'first'}>
        {which === 'in' ? 'Would come in' : 'Would go out'}: {title}, {year}
      </Heading>
      {data ? (
        <>
          <ul role="list" className="moved-units">
            {data.rows.map(({ id, kind, reference, name }) => (
              <li key={id}>
                <RecordLink kind={kind} reference={reference}>
                  {name}
                </RecordLink>{' '}
                <span className="quiet small">{reference}</span>
              </li>
            ))}
          </ul>
          <div className="cluster">
            {after && <Button onClick={() => setAfter(undefined)}>First page</Button>}
            {data.next && <Button onClick={() => setAfter(data.next ?? undefined)}>Next page</Button>}
          </div>
        </>
      ) : (
        <Skeleton lines={4} height="160px" />
      )}
    </section>
  )
}

/** The list stands under every figure that moves: who asks for it is taken there, and to the top of each page of it. */
function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1}>
      {children}
    </h3>
  )
}
