import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type EventPageData = inferOutput<typeof trpc.events.page>
export type EventShown = EventPageData['event']
export type Guest = inferOutput<typeof trpc.events.guests>['rows'][number]
export type GuestList = keyof EventPageData['counts']
