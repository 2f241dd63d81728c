import { useEffect, useEffectEvent, useState } from 'react'
import { problemOf } from '../../problem.ts'

/**
 * Asks the server about many things in pieces, one piece after another, and keeps every answer by what was asked. What
 * is changed later is asked about anew; a failure stops the asking until it is tried again.
 */
export function useChecks<Asked, Answer>(
  wanted: ReadonlyMap<string, Asked>,
  ask: (piece: readonly Asked[]) => Promise<readonly Answer[]>,
  size: number,
) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map())
  const [failure, setFailure] = useState<string>()
  const open = [...wanted].filter(([key]) => !answers.has(key))
  const piece = open.slice(0, size)
  const mark = piece.map(([key]) => key).join('\u0001')

  const askPiece = useEffectEvent((isHere: () => boolean) => {
    ask(piece.map(([, asked]) => asked)).then(
      (found) => {
        if (!isHere()) return
        const told = piece.flatMap(([key], at) => (found[at] === undefined ? [] : [[key, found[at]] as const]))
        setAnswers((now) => new Map([...now, ...told]))
      },
      (error: unknown) => isHere() && setFailure(problemOf(error).sentence),
    )
  })
  useEffect(() => {
    if (mark === '' || failure !== undefined) return
    let here = true
    askPiece(() => here)
    return () => {
      here = false
    }
  }, [mark, failure])

  return {
    answers,
    left: open.length,
    failure,
    retry: () => setFailure(undefined),
    /** What was found is out of date: everything is asked anew. */
    forget: () => setAnswers(new Map()),
  }
}
