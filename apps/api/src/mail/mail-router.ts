import { router } from '../trpc.ts'
import { message } from './message.ts'
import { outbox } from './outbox.ts'
import { sendAgain } from './send-again.ts'

export const mailRouter = router({ message, outbox, sendAgain })
