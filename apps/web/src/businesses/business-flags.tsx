import { BUSINESS_FLAG_NAMES, FlagBusiness, WithdrawFlag } from '@hubline/domain/businesses/business-flags.ts'
import { showDay } from '@hubline/domain/day.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { BusinessShown } from './business-shown.ts'
import '../ui/line-list.css'

type Business = Pick<BusinessShown, 'id' | 'name'>
type Flag = { id: string; version: number }

/** What advisers say of a business as their own judgement, with the reason. */
export function BusinessFlags({ business, mayChange }: { business: Business; mayChange: boolean }) {
  const { data } = useQuery(trpc.businesses.flags.queryOptions({ id: business.id }))
  const [asking, setAsking] = useState<'flag' | Flag>()
  const close = () => setAsking(undefined)
  if (!data) return null
  return (
    <Panel title={BUSINESS_FLAG_NAMES.scaleup_potential}>
      {data.length === 0 ? (
        <p className="quiet">Nobody has said so.</p>
      ) : (
        <ul className="line-list" role="list">
          {data.map((flag) => (
            <li key={flag.id}>
              <span>{flag.reason}</span>{' '}
              <span className="quiet small">
                {flag.flagged_by}, {showDay(flag.flagged_on)}
              </span>{' '}
              {mayChange && (
                <button type="button" className="link-button" onClick={() => setAsking(flag)}>
                  take back<span className="visually-hidden"> what {flag.flagged_by} said</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div>
          <Button size="small" icon="flag" onClick={() => setAsking('flag')}>
            Say that it has potential
          </Button>
        </div>
      )}
      {asking === 'flag' && <FlagSheet business={business} onClose={close} />}
      {asking && asking !== 'flag' && <WithdrawSheet business={business} flag={asking} onClose={close} />}
    </Panel>
  )
}

const refresh = () => queryClient.invalidateQueries(trpc.businesses.pathFilter())

function FlagSheet({ business, onClose }: { business: Business; onClose: () => void }) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const flagging = useMutation(trpc.businesses.flag.mutationOptions())
  const filled = { ...ids, business_id: business.id, flag: 'scaleup_potential', reason: '' } as const
  const form = useRecordForm(FlagBusiness, filled)
  const save = form.onSubmit(async (read) => {
    await flagging.mutateAsync(read)
    await refresh()
    toast(`Noted for ${business.name}`)
    onClose()
  })
  return (
    <ReasonSheet title={BUSINESS_FLAG_NAMES.scaleup_potential} action="Note it" {...{ ...form, save, onClose }}>
      <TextArea
        label="Why"
        hint="Opportunity, ambition and capacity to grow. It counts in this year, with medium or high support"
        data-first
        {...form.register('reason')}
      />
    </ReasonSheet>
  )
}

function WithdrawSheet({ business, flag, onClose }: { business: Business; flag: Flag; onClose: () => void }) {
  const [request_id] = useState(newId)
  const withdrawing = useMutation(trpc.businesses.withdrawFlag.mutationOptions())
  const form = useRecordForm(WithdrawFlag, { request_id, id: flag.id, version: flag.version, void_reason: '' })
  const save = form.onSubmit(async (read) => {
    await withdrawing.mutateAsync(read)
    await refresh()
    toast(`Taken back for ${business.name}`)
    onClose()
  })
  return (
    <ReasonSheet title="Take it back" action="Take back" {...{ ...form, save, onClose }}>
      <TextArea label="Why it no longer stands" data-first {...form.register('void_reason')} />
    </ReasonSheet>
  )
}

type ReasonSheetProps = {
  title: string
  action: string
  problems: readonly FormProblem[]
  attempt: number
  saving: boolean
  save: (event: FormEvent) => Promise<void>
  onClose: () => void
  children: ReactNode
}

function ReasonSheet({ title, action, problems, attempt, saving, save, onClose, children }: ReasonSheetProps) {
  const formId = useId()
  return (
    <Sheet
      title={title}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={saving ? 'Saving' : undefined}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        {children}
      </form>
    </Sheet>
  )
}
