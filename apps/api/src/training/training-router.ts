import { router } from '../trpc.ts'
import { addCourse, addProvider, changeCourse } from './add-course.ts'
import { addSession, changeSession } from './add-session.ts'
import { changeLearners } from './change-learners.ts'
import { checkLearners } from './check-learners.ts'
import { coursePage } from './course-page.ts'
import { courses } from './courses.ts'
import { enrolLearner } from './enrol-learner.ts'
import { learners } from './learners.ts'
import { pasteLearners } from './paste-learners.ts'
import { providers } from './providers.ts'
import { sessionsForLine } from './sessions-for-line.ts'
import { uptake } from './uptake.ts'

export const trainingRouter = router({
  addCourse,
  addProvider,
  addSession,
  changeCourse,
  changeLearners,
  changeSession,
  checkLearners,
  course: coursePage,
  courses,
  enrol: enrolLearner,
  learners,
  pasteLearners,
  providers,
  sessionsForLine,
  uptake,
})
