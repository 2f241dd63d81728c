import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Door } from './door.tsx'
import type { HubName } from './me.ts'

/** For a person who works for several hubs: which one now. */
export function HubChoice({ hubs, onEntered }: { hubs: readonly HubName[]; onEntered: () => Promise<void> }) {
  const enter = useMutation(trpc.staff.enterHub.mutationOptions({ onSuccess: onEntered }))
  return (
    <Door title="Choose a hub" lead="You can change over later, from your initials at the top.">
      <ErrorSummary problems={enter.error ? problemsOf(enter.error) : []} attempt={enter.failureCount} />
      <ul role="list" className="door-hubs">
        {hubs.map(({ slug, name }) => (
          <li key={slug}>
            <Button
              icon="right"
              busy={enter.isPending && enter.variables.slug === slug ? `Opening ${name}` : undefined}
              onClick={() => !enter.isPending && enter.mutate({ slug })}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </Door>
  )
}
