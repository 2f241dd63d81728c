import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { withinTheApp } from '../address.ts'
import { trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Door } from './door.tsx'
import { HubChoice } from './hub-choice.tsx'
import { forgetEverything, type HubName } from './me.ts'
import { PasswordField } from './password-field.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { to } = route.useSearch()
  const { history } = useRouter()
  const [hubs, setHubs] = useState<readonly HubName[]>()

  async function goOn() {
    await forgetEverything()
    history.push(withinTheApp(to))
  }

  if (hubs) return <HubChoice hubs={hubs} onEntered={goOn} />
  return <SignInForm onSignedIn={(many) => (many ? setHubs(many) : void goOn())} />
}

/** Calls back with the hubs to choose from, or with nothing when there is only one. */
function SignInForm({ onSignedIn }: { onSignedIn: (hubs: readonly HubName[] | undefined) => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const signIn = useMutation(
    trpc.staff.signIn.mutationOptions({
      onSuccess: ({ hubs, signed_in_to }) =>
        onSignedIn(signed_in_to === undefined && hubs.length > 1 ? hubs : undefined),
      onError: (error) => refuse(problemsOf(error)),
    }),
  )

  function refuse(found: readonly FormProblem[]) {
    setProblems(found)
    setAttempt((count) => count + 1)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const blanks = [
      ...(email.trim() ? [] : [{ field: 'email', sentence: 'Enter your e-mail address' }]),
      ...(password ? [] : [{ field: 'password', sentence: 'Enter your password' }]),
    ]
    if (blanks.length > 0) return refuse(blanks)
    setProblems([])
    if (!signIn.isPending) signIn.mutate({ email: email.trim(), password })
  }

  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.sentence
  return (
    <Door title="Sign in">
      <ErrorSummary problems={problems} attempt={attempt} />
      <form className="door-form" noValidate onSubmit={submit}>
        <TextField
          id="email"
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          error={errorOf('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          id="password"
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={errorOf('password')}
        />
        <Button look="filled" type="submit" busy={signIn.isPending ? 'Signing in' : undefined}>
          Sign in
        </Button>
      </form>
      <p className="small quiet">Forgotten your password? An admin of your hub can make you a new link.</p>
    </Door>
  )
}
