/** How a client came to say what they think of a plan. */
export const AGREEMENT_WAYS = ['link', 'telephone', 'in_person', 'email'] as const
export const AGREEMENT_ANSWERS = ['agreed', 'changes_asked'] as const
