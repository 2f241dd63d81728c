import type { Question, Section } from '@hubline/domain/skills-reviews/template.ts'

/** What a manager does to the questions of a draft, each as new sections; keys stay, for a key says which question it is. */
export type Sections = readonly Section[]

/** What was changed, said in words, and what has the focus afterwards. */
export type OnChange = (sections: Sections, words?: string, focus_id?: string) => void

const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const rest = items.filter((_, at) => at !== from)
  const item = items[from]
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** One place up or down; at the edge of its section into the next one. At the edge of the form nothing happens. */
export function moveQuestion(sections: Sections, key: string, by: -1 | 1): Sections {
  const at = sections.findIndex(({ questions }) => questions.some((question) => question.key === key))
  const here = sections[at]
  const place = here?.questions.findIndex((question) => question.key === key) ?? -1
  const question = here?.questions[place]
  if (!here || !question) return sections
  if (place + by >= 0 && place + by < here.questions.length)
    return put(sections, at, { ...here, questions: moved(here.questions, place, place + by) })
  const next = sections[at + by]
  if (!next) return sections
  const without = put(sections, at, { ...here, questions: here.questions.filter((one) => one.key !== key) })
  const questions = by === 1 ? [question, ...next.questions] : [...next.questions, question]
  return put(without, at + by, { ...next, questions })
}

export function moveSection(sections: Sections, key: string, by: -1 | 1): Sections {
  const at = sections.findIndex((section) => section.key === key)
  return at + by < 0 || at + by >= sections.length ? sections : moved(sections, at, at + by)
}

const put = (sections: Sections, at: number, section: Section): Sections =>
  sections.map((one, place) => (place === at ? section : one))

export const changeSection = (sections: Sections, key: string, change: Partial<Section>): Sections =>
  sections.map((section) => (section.key === key ? { ...section, ...change } : section))

export const changeQuestion = (sections: Sections, key: string, change: Partial<Question>): Sections =>
  sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.key === key ? { ...question, ...change } : question)),
  }))

/** The question is not asked any more; answers that were given to it stay with their forms. */
export const retireQuestion = (sections: Sections, key: string): Sections =>
  sections.map((section) => ({ ...section, questions: section.questions.filter((question) => question.key !== key) }))

export const removeSection = (sections: Sections, key: string): Sections =>
  sections.filter((section) => section.key !== key)

export const addQuestion = (sections: Sections, section_key: string, key: string): Sections =>
  sections.map((section) =>
    section.key === section_key
      ? { ...section, questions: [...section.questions, { key, kind: 'text', words: '', hint: '', choices: [] }] }
      : section,
  )

export const addSection = (sections: Sections, key: string): Sections => [
  ...sections,
  { key, title: '', questions: [] },
]
