import { router } from '../trpc.ts'
import { changePerson } from './change-person.ts'
import { erasePerson } from './erase-person.ts'
import { linkPerson } from './link-person.ts'
import { mergePeople } from './merge-people.ts'
import { personPage } from './person-page.ts'
import { personTimeline } from './person-timeline.ts'
import { possibleDuplicates } from './possible-duplicates.ts'
import { recognisePeople } from './recognise-people.ts'
import { registerPerson } from './register-person.ts'
import { sayDifferent } from './say-different.ts'
import { unlinkPerson } from './unlink-person.ts'

export const peopleRouter = router({
  change: changePerson,
  erase: erasePerson,
  link: linkPerson,
  merge: mergePeople,
  page: personPage,
  possibleDuplicates,
  recognise: recognisePeople,
  register: registerPerson,
  sayDifferent,
  timeline: personTimeline,
  unlink: unlinkPerson,
})
