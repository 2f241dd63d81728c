import { z } from 'zod'
import { sent } from '../fields.ts'

/** One's own diary for a calendar program: a link that is made anew, and the end of it. */
export const MakeFeed = z.object(sent)
export const EndFeed = z.object(sent)
