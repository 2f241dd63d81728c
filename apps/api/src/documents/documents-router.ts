import { router } from '../trpc.ts'
import { documentsOf } from './documents-of.ts'
import { lookThrough } from './look-through.ts'
import { toLookThrough } from './to-look-through.ts'
import { withdrawDocument } from './withdraw-document.ts'

export const documentsRouter = router({ lookThrough, of: documentsOf, toLookThrough, withdraw: withdrawDocument })
