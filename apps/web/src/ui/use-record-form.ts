import { type BaseSyntheticEvent, useState } from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  useForm,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from 'react-hook-form'
import type { z } from 'zod'
import { problemsOf } from '../problem.ts'
import type { FormProblem } from './error-summary.tsx'

type Registered = UseFormRegisterReturn & { id: string; error: string | undefined }

type RecordForm<Filled extends FieldValues, Read> = Omit<UseFormReturn<Filled, unknown, Read>, 'register'> & {
  /** Spread into a field of the kit: name, id, error and listeners. */
  register: (field: Path<Filled>) => Registered
  /** Runs `save` with what the schema made of the fields; a Problem it throws is shown, a fault is told in one sentence. */
  onSubmit: (save: (record: Read) => Promise<void>) => (event?: BaseSyntheticEvent) => Promise<void>
  /** For `ErrorSummary`. */
  problems: readonly FormProblem[]
  errorOf: (field: Path<Filled>) => string | undefined
  attempt: number
  saving: boolean
}

/**
 * A form over the schema that its procedure shares: the same sentences here and there.
 * A refusal of the server joins the same summary at its field. Field ids are the field names.
 */
export function useRecordForm<Shape extends z.ZodType<FieldValues, FieldValues>>(
  schema: Shape,
  defaultValues: DefaultValues<z.input<Shape>>,
): RecordForm<z.input<Shape>, z.output<Shape>> {
  type Filled = z.input<Shape>
  type Read = z.output<Shape>
  const form = useForm<Filled, unknown, Read>({
    defaultValues,
    resolver: resolverOf(schema),
    mode: 'onSubmit',
    shouldFocusError: false,
  })
  const [refusal, setRefusal] = useState<string>()
  const { errors, submitCount, isSubmitting } = form.formState

  const onSubmit = (save: (record: Read) => Promise<void>) =>
    form.handleSubmit(async (record) => {
      setRefusal(undefined)
      try {
        await save(record)
      } catch (error) {
        for (const { code, sentence, field } of problemsOf(error)) {
          if (field && field in form.getValues())
            form.setError(field as Path<Filled>, { type: code, message: sentence })
          else setRefusal(sentence)
        }
      }
    })

  const problems: FormProblem[] = refusal ? [{ sentence: refusal }, ...listed(errors)] : listed(errors)
  const errorOf = (field: Path<Filled>): string | undefined =>
    listed(errors).find((one) => one.field === field)?.sentence
  const register = (field: Path<Filled>) => ({ ...form.register(field), id: field, error: errorOf(field) })
  return { ...form, register, onSubmit, problems, errorOf, attempt: submitCount, saving: isSubmitting }
}

function listed(errors: FieldErrors): FormProblem[] {
  return Object.entries(errors).flatMap(([field, error]) =>
    typeof error?.message === 'string' ? [{ field, sentence: error.message }] : [],
  )
}

function resolverOf<Shape extends z.ZodType<FieldValues, FieldValues>>(
  schema: Shape,
): Resolver<z.input<Shape>, unknown, z.output<Shape>> {
  return async (values) => {
    const read = await schema.safeParseAsync(values)
    if (read.success) return { values: read.data, errors: {} }
    const errors: Record<string, { type: string; message: string }> = {}
    for (const issue of read.error.issues) errors[issue.path.join('.')] ??= { type: issue.code, message: issue.message }
    return { values: {}, errors: errors as FieldErrors<z.input<Shape>> }
  }
}
