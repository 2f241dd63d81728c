import type { DecorateMutationProcedure, DecorateQueryProcedure } from '@trpc/tanstack-react-query'

type Def<Input, Output> = { input: Input; output: Output; transformer: false; errorShape: { message: string; code: number; data: object }; featureFlags: { keyPrefix: false } }
type Read<Input, Output> = DecorateQueryProcedure<Def<Input, Output>>
type Write<Input, Output> = DecorateMutationProcedure<Def<Input, Output>>

export type HubName = { slug: string; name: string }
export type Me = {
  name: string
  email: string
  role: 'adviser' | 'skills_broker' | 'manager' | 'admin'
  hub: HubName & { is_demonstration: boolean }
  hubs: HubName[]
  permissions: string[]
}

/** The procedures of the shell and the sign-in pages, until the server's own type says the same. */
export type ApiShape = {
  staff: {
    me: Read<void, Me | null>
    signIn: Write<{ email: string; password: string }, { hubs: HubName[]; signed_in_to?: string }>
    enterHub: Write<{ slug: string }, unknown>
    signOut: Write<void, unknown>
    invitation: Read<{ token: string }, { hub_name: string; name: string; email: string; role: Me['role'] }>
    acceptInvitation: Write<{ token: string; password: string }, unknown>
  }
}
