import './call-progress.css'

/** `12 of 40`, and the same as a bar. */
export function Progress({ done, all }: { done: number; all: number }) {
  return (
    <span className="call-progress figures">
      <svg className="c2" width="100" height="8" aria-hidden="true">
        <rect className="bar-track" x="0.5" y="0.5" width="99" height="7" rx="3" />
        <rect className="bar-fill" width={all === 0 ? 0 : (done / all) * 100} height="8" rx="3" />
      </svg>
      {done} of {all}
    </span>
  )
}
