import { CourseForm } from '@hubline/domain/training/course-form.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { trpc } from '../api.ts'
import { choicesOf } from '../cases/case-words.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import { NewProvider } from './new-provider.tsx'
import { refreshTraining } from './refresh-training.ts'
import { COURSE_KIND_NAMES, LEVEL_NAMES } from './training-words.ts'

export type CourseShown = inferOutput<typeof trpc.training.course>['course']

/** A new course, or the facts of one that is there. */
export function CourseSheet({ course, onClose }: { course?: CourseShown | undefined; onClose: () => void }) {
  const formId = useId()
  const form = useRecordForm(CourseForm, filledFrom(course))
  const save = useSaving(course, onClose)
  const { data } = useQuery(trpc.training.providers.queryOptions(undefined, { staleTime: 60_000 }))
  const { register } = form
  return (
    <Sheet
      title={course ? 'Edit the course' : 'Add a course'}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={form.saving ? 'Saving' : undefined}>
            {course ? 'Save' : 'Add course'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={(event) => void form.onSubmit(save)(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextField label="Title" autoComplete="off" data-first {...register('title')} />
        <SelectField
          label="Provider"
          optional
          none="Not known"
          choices={(data?.providers ?? []).map(({ id, name }) => ({ value: id, words: name }))}
          {...register('organisation_id')}
          // Registered once the list is here, or the choice made before would be lost.
          value={form.watch('organisation_id') ?? ''}
        />
        <NewProvider onAdded={(id) => form.setValue('organisation_id', id)} />
        <SelectField
          label="Kind"
          optional
          none="Not known"
          choices={choicesOf(COURSE_KIND_NAMES)}
          {...register('kind')}
        />
        <SelectField label="Level" optional none="Not known" choices={choicesOf(LEVEL_NAMES)} {...register('level')} />
        <TextField
          label="Guided hours"
          optional
          short
          inputMode="decimal"
          autoComplete="off"
          hint="With a teacher, in all. A bootcamp has at least 60"
          {...register('guided_hours')}
        />
      </form>
    </Sheet>
  )
}

function filledFrom(course: CourseShown | undefined): z.input<typeof CourseForm> {
  return {
    title: course?.title ?? '',
    organisation_id: course?.provider?.id ?? '',
    kind: course?.kind ?? '',
    level: course?.level ?? '',
    guided_hours: course?.guided_hours?.toString() ?? '',
  }
}

function useSaving(course: CourseShown | undefined, onClose: () => void) {
  const navigate = useNavigate()
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const add = useMutation(trpc.training.addCourse.mutationOptions())
  const change = useMutation(trpc.training.changeCourse.mutationOptions())

  return async (read: z.output<typeof CourseForm>) => {
    if (course) {
      await change.mutateAsync({ request_id: ids.request_id, id: course.id, version: course.version, ...read })
      await refreshTraining()
      toast(`Saved ${read.title}`)
    } else {
      const { reference } = await add.mutateAsync({ ...ids, ...read })
      await refreshTraining()
      await navigate({ to: '/training/$reference', params: { reference } })
      toast(`Added ${read.title} as ${reference}`)
    }
    onClose()
  }
}
