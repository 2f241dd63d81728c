import { useLocation } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was typed into Find before this page was opened: never in the address, where others would see it. */
    typed?: string | undefined
    /** The page was opened to log with the client next. */
    logging?: boolean | undefined
  }
}

/** What the person typed on the page before, for a form that goes on with it. */
export function useTypedBefore(): string {
  return useLocation({ select: (location) => location.state.typed ?? '' })
}
