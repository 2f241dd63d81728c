import './skeleton.css'

/** Grey lines in the room the answer will take; they appear only when the wait is felt. */
export function Skeleton({ lines = 3, height }: { lines?: number; height?: string }) {
  return (
    <div className="skeleton" aria-hidden="true" style={height ? { minHeight: height } : undefined}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} style={{ width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
