import { router } from '../trpc.ts'
import { callAgain } from './call-again.ts'
import { callListEntries } from './call-list-entries.ts'
import { callListPage } from './call-list-page.ts'
import { claimCall } from './claim-call.ts'
import { countCandidates } from './count-candidates.ts'
import { listCallLists } from './list-call-lists.ts'
import { logCall } from './log-call.ts'
import { makeCallList } from './make-call-list.ts'
import { putAwayCallList } from './put-away-call-list.ts'
import { undoCall } from './undo-call.ts'

export const callListsRouter = router({
  callAgain,
  claim: claimCall,
  count: countCandidates,
  entries: callListEntries,
  list: listCallLists,
  log: logCall,
  make: makeCallList,
  page: callListPage,
  putAway: putAwayCallList,
  undo: undoCall,
})
