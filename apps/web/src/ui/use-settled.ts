import { useEffect, useState } from 'react'

/** The value once it has stood still for a while: for asking while a person types. Compared by content. */
export function useSettled<Value>(value: Value, pause_ms = 250): Value {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause_ms)
    return () => clearTimeout(timer)
  }, [text, pause_ms])
  return JSON.parse(settled) as Value
}
