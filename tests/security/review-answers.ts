import { randomUUID } from 'node:crypto'
import { STAFF_ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const everyone = STAFF_ROLES
const brokers: readonly Role[] = ['skills_broker', 'manager', 'admin']
const leads: readonly Role[] = ['manager', 'admin']

const sent = () => ({ request_id: randomUUID() })
const changed = (id: string) => ({ ...sent(), id, version: 1 })
const made = () => ({ ...sent(), id: randomUUID() })
const TOKEN = 'x'.repeat(43)

/** What is asked and written in a skills review: its form, the questions and the training plan. */
export const REVIEW_ANSWERS: Readonly<Record<string, Answer>> = {
  'plans.addLine': {
    may: brokers,
    ask: ({ skills_review_id, skills_gap_id, course_id }) => ({
      ...made(),
      skills_review_id,
      skills_gap_id,
      course_id,
      need: 'Excel for office staff',
      people: 3,
    }),
  },
  'plans.answer': {
    may: 'anyone',
    ask: () => ({ ...sent(), token: TOKEN, mark: 'x', answer: 'agreed', said_by: 'Jo Marsh' }),
    answer: 'NOT_FOUND',
  },
  'plans.byLink': { may: 'anyone', ask: () => ({ token: TOKEN }), answer: 'NOT_FOUND' },
  'plans.changeLine': { may: brokers, ask: ({ plan_line_id }) => ({ ...changed(plan_line_id), people: 4 }) },
  'plans.courses': { may: everyone, ask: () => ({ need: 'Foreignword' }) },
  'plans.document': { may: everyone, ask: ({ skills_review_reference }) => ({ reference: skills_review_reference }) },
  'plans.makeLink': { may: brokers, ask: ({ skills_review_id }) => ({ ...sent(), skills_review_id }) },
  'plans.page': { may: everyone, ask: ({ skills_review_reference }) => ({ reference: skills_review_reference }) },
  'plans.planGaps': {
    may: brokers,
    ask: ({ skills_review_id, skills_gap_id }) => ({ ...sent(), skills_review_id, gaps: [skills_gap_id] }),
  },
  'plans.recordAgreement': {
    may: brokers,
    ask: ({ skills_review_id }) => ({
      ...sent(),
      skills_review_id,
      way: 'telephone',
      answer: 'agreed',
      said_by: 'Jo Marsh',
    }),
  },
  'plans.send': {
    may: brokers,
    ask: ({ skills_review_id }) => ({ ...sent(), skills_review_id, to: 'jo@kilnworks.example' }),
  },
  'plans.removeLine': { may: brokers, ask: ({ plan_line_id }) => changed(plan_line_id) },
  'reviewForms.begin': {
    may: brokers,
    ask: ({ unbegun_review_id }) => ({ ...made(), skills_review_id: unbegun_review_id }),
  },
  'reviewForms.finish': { may: brokers, ask: ({ skills_review_id }) => ({ ...sent(), skills_review_id }) },
  'reviewForms.page': { may: everyone, ask: ({ skills_review_reference }) => ({ reference: skills_review_reference }) },
  'reviewForms.removeLine': {
    may: brokers,
    ask: ({ skills_review_id, skills_gap_id }) => ({
      ...sent(),
      skills_review_id,
      kind: 'skills_gap',
      id: skills_gap_id,
    }),
  },
  'reviewForms.saveAnswer': {
    may: brokers,
    ask: ({ skills_review_id }) => ({ ...made(), skills_review_id, question: 'plans', value: 'A kiln', seen: 0 }),
  },
  'reviewForms.saveGap': {
    may: brokers,
    ask: ({ skills_review_id }) => ({
      ...made(),
      skills_review_id,
      seen: 0,
      place: 2,
      role: 'Potters',
      skill: 'Glazes',
    }),
  },
  'reviewForms.saveWorkforceLine': {
    may: brokers,
    ask: ({ skills_review_id }) => ({ ...made(), skills_review_id, seen: 0, place: 1, role: 'Potters', people: 2 }),
  },
  'reviewForms.settle': {
    may: brokers,
    ask: ({ skills_review_id, review_answer_id }) => ({
      ...sent(),
      skills_review_id,
      kind: 'review_answer',
      id: review_answer_id,
      keep: 'this',
    }),
  },
  // The hub has a draft already.
  'reviewQuestions.beginDraft': { may: leads, ask: () => made(), answer: 'BAD_REQUEST' },
  'reviewQuestions.discardDraft': { may: leads, ask: ({ draft_id }) => changed(draft_id) },
  'reviewQuestions.publishDraft': { may: leads, ask: ({ draft_id }) => changed(draft_id) },
  'reviewQuestions.saveDraft': {
    may: leads,
    ask: ({ draft_id }) => ({
      ...changed(draft_id),
      sections: [{ key: 'all', title: 'All', questions: [{ key: 'plans', kind: 'text', words: 'What is planned?' }] }],
    }),
  },
  'skillsReviews.demand': { may: everyone, ask: () => ({ year: '2021-22' }) },
  'skillsReviews.demandToPublish': { may: everyone, ask: () => ({ year: '2021-22' }) },
  // Advisers and brokers look at their own month only, which the input would have to know.
  'skillsReviews.month': { may: leads, ask: () => ({ month: '2022-03', broker: 'team' }) },
  'skillsReviews.monthList': { may: leads, ask: () => ({ month: '2022-03', broker: 'team', of: 'offers' }) },
  'skillsReviews.needs': { may: everyone, ask: () => ({ year: '2021-22' }) },
  'reviewQuestions.versions': { may: everyone, ask: () => undefined },
}
