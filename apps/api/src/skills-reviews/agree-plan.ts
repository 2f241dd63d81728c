import { MakePlanLink, RecordAgreement, SendPlan, planLetter } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { sql } from 'kysely'
import { endLinks } from '../by-link.ts'
import { sendMail } from '../mail/send-mail.ts'
import { type HubContext, writes } from '../trpc.ts'
import { planLink } from './plan-link.ts'
import { planToAgree, writeAnswer } from './plan-to-agree.ts'

/** A plan that is put before the client: links that went before lead nowhere from now on. */
async function put({ db, actor, now }: HubContext, skills_review_id: string, sent_to: string | null): Promise<void> {
  await endLinks(db, { purpose: 'agree_plan', record_id: skills_review_id })
  await db
    .insertInto('plan_agreement')
    .values({
      hub_id: actor.hub_id,
      reference: sql<string>`app.new_id()::text`,
      skills_review_id,
      way: 'link',
      sent_to,
      sent_at: now,
    })
    .execute()
}

/** Sends a client the link to their plan. */
export const sendPlan = writes('review:work')
  .input(SendPlan)
  .mutation(async ({ ctx, input: { skills_review_id, to, to_name } }) => {
    const plan = await planToAgree(ctx.db, ctx.actor.hub_id, skills_review_id)
    await put(ctx, skills_review_id, to)
    await sendMail(ctx.db, {
      kind: 'plan',
      to,
      ...(to_name ? { to_name } : {}),
      reply_to: ctx.actor.email,
      ...planLetter({ hub: plan.hub, business: plan.business, broker: plan.broker?.name ?? null }),
      link: { purpose: 'agree_plan', id: skills_review_id },
      about: { kind: 'skills_review', id: skills_review_id },
    })
  })

/** A link for handing over in some other way than by mail. It is shown once. */
export const makePlanLink = writes('review:work', { reply_is_secret: true })
  .input(MakePlanLink)
  .mutation(async ({ ctx, input: { skills_review_id } }) => {
    await planToAgree(ctx.db, ctx.actor.hub_id, skills_review_id)
    await put(ctx, skills_review_id, null)
    return { link: (await planLink(ctx.db, skills_review_id, ctx.public_url)) ?? '' }
  })

/** Writes down what a client said to a broker by telephone, in person or by e-mail. */
export const recordAgreement = writes('review:work')
  .input(RecordAgreement)
  .mutation(async ({ ctx: { db, actor, now, today }, input }) => {
    const { skills_review_id, way, answer, said_by, note } = input
    const plan = await planToAgree(db, actor.hub_id, skills_review_id)
    await writeAnswer(db, actor.hub_id, plan, { way, answer, said_by, note, now, today })
  })
