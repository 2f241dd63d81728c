import { useNavigate } from '@tanstack/react-router'
import { paceOf } from '../indicators/pace.ts'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Board } from './board.ts'
import { FigureCourse } from './course.tsx'

/** How one figure grows through the year, the first headline unless the address names another. */
export function MonthByMonth({
  board: { year, figures, elapsed },
  chosen,
}: {
  board: Board
  chosen?: string | undefined
}) {
  const navigate = useNavigate()
  const growing = figures.filter(({ unit }) => unit !== 'score')
  const figure = growing.find(({ key }) => key === chosen) ?? growing[0]
  if (!figure) return null
  const pace = paceOf({ ...figure, elapsed })
  return (
    <Panel title="Month by month" actions={pace && <Tag tone={pace.tone}>{pace.words}</Tag>}>
      <div className="course-figure no-print">
        <SelectField
          label="Figure"
          choices={growing.map(({ key, title }) => ({ value: key, words: title }))}
          value={figure.key}
          onChange={(event) =>
            void navigate({
              to: '/year/$year',
              params: { year },
              search: { chart: event.target.value },
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      <FigureCourse key={`${figure.key} ${year}`} year={year} figure_key={figure.key} />
    </Panel>
  )
}
