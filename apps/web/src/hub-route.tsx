import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { NothingHere } from './shell/nothing-here.tsx'
import { Shell } from './shell/shell.tsx'
import { findMe } from './staff/me.ts'

export const root = createRootRoute({ component: Outlet, notFoundComponent: NothingHere })

/** Everything inside a hub: nobody passes without being signed in. */
export const hub = createRoute({
  getParentRoute: () => root,
  id: 'hub',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await findMe()
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } })
    return { me }
  },
})
