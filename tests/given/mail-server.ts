import { onTestFinished } from 'vitest'
import { type MailServer, type Manners, openMailServer } from './smtp.ts'

/** A real mail server on this machine, gone when the test ends. */
export async function aMailServer(manners: Manners = {}): Promise<MailServer> {
  const server = await openMailServer(manners)
  onTestFinished(server.leave)
  return server
}
