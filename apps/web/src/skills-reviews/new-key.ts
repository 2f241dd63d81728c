import { newId } from '../new-id.ts'

/** Of a question, a section or a choice: made once, and the same for good. */
export const newKey = (): string => `k_${newId().replaceAll('-', '_')}`
