import { router } from '../trpc.ts'
import { beginForm, finishForm } from './begin-form.ts'
import { beginDraft, discardDraft, publishDraft, questionVersions, saveDraft } from './change-questions.ts'
import { formPage } from './form-page.ts'
import { saveAnswer } from './save-answer.ts'
import { removeFormLine, saveGap, saveWorkforceLine } from './save-form-line.ts'
import { settleAnswer } from './settle-answer.ts'

export const reviewFormsRouter = router({
  begin: beginForm,
  finish: finishForm,
  page: formPage,
  removeLine: removeFormLine,
  saveAnswer,
  saveGap,
  saveWorkforceLine,
  settle: settleAnswer,
})

export const reviewQuestionsRouter = router({
  beginDraft,
  discardDraft,
  publishDraft,
  saveDraft,
  versions: questionVersions,
})
