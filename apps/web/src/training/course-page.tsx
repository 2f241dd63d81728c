import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CourseSessions } from './course-sessions.tsx'
import { CourseSheet } from './course-sheet.tsx'
import { EnrolSheet } from './enrol-sheet.tsx'
import { LearnerList } from './learner-list.tsx'
import './training.css'
import { COURSE_KIND_NAMES, LEVEL_NAMES } from './training-words.ts'

const route = getRouteApi('/hub/training/$reference')

/** One course: its sessions with their places, and how far each learner is. */
export function CoursePage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const { data } = useSuspenseQuery(trpc.training.course.queryOptions({ reference }))
  const [today] = useState<Day>(() => todayInLondon(new Date()))
  const [open, setOpen] = useState<'edit' | 'enrol'>()
  const [mayArrange, mayRecord] = [useMay('training:arrange'), useMay('training:record')]
  const { course, sessions } = data
  const facts = [
    course.provider?.name,
    course.kind && COURSE_KIND_NAMES[course.kind],
    course.level && LEVEL_NAMES[course.level],
    course.guided_hours !== null && `${course.guided_hours} guided hours`,
    course.reference,
  ]
  return (
    <Page
      key={course.id}
      title={course.title}
      note={facts.filter(Boolean).join(' · ')}
      actions={
        <>
          {mayRecord && (
            <ButtonLink
              look="filled"
              icon="copy"
              to="/training/$reference/paste"
              params={{ reference }}
              search={search.session ? { session: search.session } : {}}
            >
              Paste learners
            </ButtonLink>
          )}
          {mayRecord && (
            <Button icon="plus" onClick={() => setOpen('enrol')}>
              Add a learner
            </Button>
          )}
          {mayArrange && (
            <Button icon="edit" onClick={() => setOpen('edit')}>
              Edit course
            </Button>
          )}
        </>
      }
    >
      <CourseSessions course={course} sessions={sessions} today={today} />
      <LearnerList course={course} sessions={sessions} today={today} />
      {open === 'edit' && <CourseSheet course={course} onClose={() => setOpen(undefined)} />}
      {open === 'enrol' && (
        <EnrolSheet
          course={course}
          sessions={sessions}
          chosen={search.session}
          today={today}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
