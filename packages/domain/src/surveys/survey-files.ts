import {
  bundleFile,
  day,
  integer,
  notBefore,
  oneOf,
  reference,
  refersTo,
  required,
  text,
  yesNo,
} from '../imports/bundle-file.ts'

export const SURVEY_FAMILIES = ['sitrep', 'skills_for_growth', 'satisfaction', 'follow_up'] as const

export const surveysFile = bundleFile({
  file: 'surveys.csv',
  kind: 'survey',
  noun: 'survey',
  prefix: 'SV',
  columns: {
    reference: reference(),
    family: required(oneOf(SURVEY_FAMILIES)),
    title: required(text(300)),
    fieldwork_from: required(day()),
    fieldwork_to: day(),
  },
  checks: [notBefore('fieldwork_to', 'fieldwork_from')],
})

export const surveyResponsesFile = bundleFile({
  file: 'survey_responses.csv',
  kind: 'survey_response',
  noun: 'survey response',
  prefix: 'SVR',
  columns: {
    reference: reference(),
    survey_reference: required(refersTo('survey')),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    submitted_on: required(day()),
    valid: required(yesNo()),
    score: integer(1, 5),
  },
})
