import { useNavigate } from '@tanstack/react-router'

type Change = Readonly<Record<string, string | undefined>>

/** Changes a part of this page's question, and goes back to the first page of its list. */
export function useChangeSearch(): (change: Change, how?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return (change, { replace = false } = {}) =>
    void navigate({
      to: '.',
      // Each page types its own search; a part shared by all pages can only say that it adds to what is there.
      search: ((now: object) => ({ ...now, after: undefined, before: undefined, ...change })) as never,
      replace,
      resetScroll: false,
    })
}
