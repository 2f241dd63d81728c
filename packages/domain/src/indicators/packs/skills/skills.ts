import type { Definition } from '../../definition.ts'
import { SKILLS_SOURCE } from '../countable.ts'

const SKILLS = { version: 1, pack: 'skills', counts: { each: 'business' }, source: SKILLS_SOURCE } as const

export const reviewsHeld: Definition = {
  ...SKILLS,
  key: 'skills.reviews_held',
  title: 'Businesses with a skills review held',
  any_of: [{ a: 'skills_review', dated: 'held_on' }],
}

export const plansAgreed: Definition = {
  ...SKILLS,
  key: 'skills.plans_agreed',
  title: 'Businesses with an agreed training plan',
  any_of: [{ a: 'skills_review', dated: 'plan_agreed_on' }],
}
