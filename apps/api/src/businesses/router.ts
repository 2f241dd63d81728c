import { router } from '../trpc.ts'
import { assistance } from './assistance.ts'
import { businessFlags, flagBusiness, withdrawFlag } from './business-flags.ts'
import { businessPage } from './business-page.ts'
import { businessTimeline } from './business-timeline.ts'
import { changeBusiness } from './change-business.ts'
import { listBusinesses } from './list-businesses.ts'
import { mergeBusinesses } from './merge-businesses.ts'
import { possibleDuplicates } from './possible-duplicates.ts'
import { recogniseBusinesses } from './recognise-businesses.ts'
import { registerBusiness } from './register-business.ts'
import { sayDifferent } from './say-different.ts'

export const businessesRouter = router({
  assistance,
  change: changeBusiness,
  flag: flagBusiness,
  flags: businessFlags,
  list: listBusinesses,
  merge: mergeBusinesses,
  page: businessPage,
  possibleDuplicates,
  recognise: recogniseBusinesses,
  register: registerBusiness,
  sayDifferent,
  timeline: businessTimeline,
  withdrawFlag,
})
