import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ROLE_NAMES } from '@hubline/domain/staff/permissions.ts'
import { trpc } from '../api.ts'
import { forgetEverything, useMe } from '../staff/me.ts'
import { Menu } from '../ui/menu.tsx'
import type { MenuGroup } from '../ui/menu-choices.ts'
import { setTheme, type Theme, useDensity, useTheme, setDensity } from '../ui/looks.ts'

const THEMES: readonly { id: Theme; words: string }[] = [
  { id: 'auto', words: 'As this device' },
  { id: 'light', words: 'Light' },
  { id: 'dark', words: 'Dark' },
]

/** Who is signed in, to which hub, and the way out. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const me = useMe()
  const theme = useTheme()
  const density = useDensity()
  const { enterHub, signOut } = useLeaving()
  const groups: MenuGroup[] = [
    ...(me.hubs.length > 1
      ? [
          {
            title: 'Hub',
            items: me.hubs.map(({ slug, name }) => ({
              id: `hub-${slug}`,
              words: name,
              chosen: slug === me.hub.slug,
              run: () => slug !== me.hub.slug && enterHub.mutate({ slug }),
            })),
          },
        ]
      : []),
    {
      title: 'Look',
      items: THEMES.map(({ id, words }) => ({ id, words, chosen: id === theme, run: () => setTheme(id) })),
    },
    {
      title: 'Lines',
      items: [
        { id: 'roomy', words: 'Roomy', chosen: density === 'comfortable', run: () => setDensity('comfortable') },
        { id: 'close', words: 'Close together', chosen: density === 'compact', run: () => setDensity('compact') },
      ],
    },
    {
      items: [
        { id: 'keys', words: 'Keyboard shortcuts', icon: 'keys', keys: '?', run: onHelp },
        { id: 'leave', words: 'Sign out', icon: 'leave', run: () => signOut.mutate() },
      ],
    },
  ]
  return (
    <Menu
      label={`${me.name}, account`}
      className="account-button"
      face={<span aria-hidden="true">{initials(me.name)}</span>}
      groups={groups}
      head={
        <>
          <p className="strong">{me.name}</p>
          <p className="small quiet">{ROLE_NAMES[me.role]}</p>
          <p className="small quiet">{me.hub.name}</p>
        </>
      }
    />
  )
}

function useLeaving() {
  const navigate = useNavigate()
  const enterHub = useMutation(
    trpc.staff.enterHub.mutationOptions({
      onSuccess: async () => {
        await forgetEverything()
        // A page of one hub may not exist in the other.
        location.assign('/')
      },
    }),
  )
  const signOut = useMutation(
    trpc.staff.signOut.mutationOptions({
      onSuccess: async () => {
        await forgetEverything()
        await navigate({ to: '/sign-in' })
      },
    }),
  )
  return { enterHub, signOut }
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}
