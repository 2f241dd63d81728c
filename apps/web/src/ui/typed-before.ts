import { useLocation } from '@tanstack/react-router'

type Named = { kind: 'business' | 'person'; id: string; reference: string; name: string }

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was typed before this page was opened: never in the address, where others would see it. */
    typed?: string | undefined
    /** The business where a person who is being registered works. */
    works_at?: Named | undefined
  }
}

/** What the person did on the page before, for a form that goes on with it. */
export function useTypedBefore(): { typed: string; works_at: Named | undefined } {
  return useLocation({
    select: ({ state }) => ({ typed: state.typed ?? '', works_at: state.works_at }),
    structuralSharing: true,
  })
}
