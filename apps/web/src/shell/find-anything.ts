import { queryClient, trpc } from '../api.ts'
import { recentlyOpened } from '../businesses/recent-clients.ts'
import type { FinderOption } from '../ui/finder-state.ts'

export type Found = FinderOption & {
  href: string
  /** What was typed, for a form that goes on with it. */ typed?: string | undefined
}

// The names of all districts come along: not with the first page.
const load = () => import('../businesses/find-clients.ts')

/** What the Find box asks: clients first, then the ways on. Empty, it offers what was opened last, and who is due. */
export async function findAnything(text: string): Promise<readonly Found[]> {
  if (text === '') return beforeTyping()
  const { findClients } = await load()
  const found = await findClients(text)
  const all = {
    id: 'all',
    name: `All matches of “${text}”`,
    icon: 'search',
    href: `/find?${new URLSearchParams({ q: text })}`,
  } as const
  return [...found, ...(found.length >= 8 ? [all] : []), ...waysToRegister(text)]
}

/** A number, a postcode or an address is nobody's name: it is still carried into the form. */
function waysToRegister(text: string): readonly Found[] {
  return [
    {
      id: 'register-business',
      name: `Register “${text}”`,
      detail: 'as a new business',
      icon: 'plus',
      href: '/businesses/new',
      typed: text,
    },
    {
      id: 'register-person',
      name: `Register “${text}”`,
      detail: 'as a new person',
      icon: 'plus',
      href: '/people/new',
      typed: text,
    },
  ]
}

async function beforeTyping(): Promise<readonly Found[]> {
  const { plainOption } = await load()
  const recent = recentlyOpened().map((client) => plainOption(client, 'opened lately'))
  if (recent.length >= 4) return recent
  const due = await queryClient.ensureQueryData(trpc.interactions.defaults.queryOptions()).catch(() => undefined)
  const others = (due?.suggestions ?? []).filter(({ id }) => recent.every((client) => client.id !== id))
  return [...recent, ...others.map((client) => plainOption(client, client.next_step ?? 'on your caseload'))].slice(0, 6)
}
