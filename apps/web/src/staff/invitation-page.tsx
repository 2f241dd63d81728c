import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { ROLE_NAMES } from '@hubline/domain/staff/permissions.ts'
import { SHORTEST_PASSWORD, weaknessOf } from '@hubline/domain/staff/sign-in.ts'
import { type SubmitEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Door } from './door.tsx'
import { forgetEverything } from './me.ts'
import { PasswordField } from './password-field.tsx'

const route = getRouteApi('/invitation/$token')

export function InvitationPage() {
  const { token } = route.useParams()
  const { data, error } = useQuery(trpc.staff.invitation.queryOptions({ token }))
  if (error)
    return (
      <Door title="This link does not work" lead={problemOf(error).sentence}>
        <p>Ask the admin of your hub for a new one.</p>
        <ButtonLink to="/sign-in">Sign in instead</ButtonLink>
      </Door>
    )
  if (!data)
    return (
      <Door title="Your invitation">
        <Skeleton lines={4} height="180px" />
      </Door>
    )
  return (
    <Door
      title={`Join ${data.hub_name}`}
      lead={
        data.has_account
          ? 'You have an account here already: its password lets you in.'
          : 'Choose a password and you are in.'
      }
    >
      <Facts
        facts={[
          { title: 'Name', value: data.name },
          { title: 'E-mail', value: data.email },
          { title: 'Role', value: ROLE_NAMES[data.role] },
        ]}
      />
      <PasswordForm token={token} email={data.email} isNew={!data.has_account} />
    </Door>
  )
}

function PasswordForm({ token, email, isNew }: { token: string; email: string; isNew: boolean }) {
  const { history } = useRouter()
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const accept = useMutation(
    trpc.staff.acceptInvitation.mutationOptions({
      onSuccess: async () => {
        await forgetEverything()
        history.push('/')
      },
      onError: (error) => refuse(problemsOf(error)),
    }),
  )

  function refuse(found: readonly FormProblem[]) {
    setProblems(found)
    setAttempt((count) => count + 1)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const sentence = isNew ? weaknessOf(password, email) : password ? undefined : 'Enter your password'
    if (sentence) return refuse([{ field: 'password', sentence }])
    setProblems([])
    if (!accept.isPending) accept.mutate({ token, password })
  }

  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      <form className="door-form" noValidate onSubmit={submit}>
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          id="password"
          label="Password"
          hint={
            isNew
              ? `At least ${SHORTEST_PASSWORD} characters. Three words in a row are easy to keep and hard to guess.`
              : undefined
          }
          autoComplete={isNew ? 'new-password' : 'current-password'}
          value={password}
          onChange={setPassword}
          error={problems.find((problem) => problem.field === 'password')?.sentence}
        />
        <Button look="filled" type="submit" busy={accept.isPending ? 'Joining' : undefined}>
          Join
        </Button>
      </form>
    </>
  )
}
