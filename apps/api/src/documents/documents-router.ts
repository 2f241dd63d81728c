import { router } from '../trpc.ts'
import { documentsOf } from './documents-of.ts'
import { withdrawDocument } from './withdraw-document.ts'

export const documentsRouter = router({ of: documentsOf, withdraw: withdrawDocument })
