import { LEVEL_NAMES } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useSettled } from '../ui/use-settled.ts'
import type { PlanLine } from './plan-words.ts'

export type CourseOffered = inferOutput<typeof trpc.plans.courses>['courses'][number]

type Props = {
  line: PlanLine
  onUse: (course: CourseOffered) => void
  onOption: (words: string) => void
  onClose: () => void
}

/** The courses that come closest to a need. One is chosen; others stand beside it as options. */
export function MatchCourseDialog({ line, onUse, onOption, onClose }: Props) {
  const [words, setWords] = useState(line.need)
  const need = useSettled(words)
  const { data } = useQuery(trpc.plans.courses.queryOptions({ need, level: line.level }))
  return (
    <Sheet title="Match a course" open onClose={onClose} foot={<Button onClick={onClose}>Done</Button>}>
      <TextField
        label="Need"
        value={words}
        autoComplete="off"
        data-first
        onChange={({ target }) => setWords(target.value)}
      />
      <ul role="list" className="course-matches">
        {data?.courses.map((course) => (
          <li key={course.id}>
            <span>
              <b>{course.title}</b>
              <span className="cell-note">{detailsOf(course)}</span>
            </span>
            <span className="cluster">
              <Button size="small" look="filled" onClick={() => onUse(course)}>
                Use<span className="visually-hidden"> {course.title}</span>
              </Button>
              <Button
                size="small"
                onClick={() => {
                  onOption([course.title, course.provider].filter(Boolean).join(', '))
                  toast(`${course.title} stands as an option`)
                }}
              >
                As an option<span className="visually-hidden">: {course.title}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {data?.courses.length === 0 && (
        <p className="quiet">No course shares words with this need. Try other words, like “excel” or “welding”.</p>
      )}
    </Sheet>
  )
}

const detailsOf = ({ provider, level, guided_hours }: CourseOffered) =>
  [provider, level && LEVEL_NAMES[level], guided_hours !== null && `${guided_hours} hours`].filter(Boolean).join(' · ')
