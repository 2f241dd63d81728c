/** Hubline's own mark, until a hub brings its logo. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <path d="M8 23V14a8 8 0 0 1 16 0v9M16 14v9" className="mark-line" />
      <circle cx="16" cy="13" r="3.5" className="mark-dot" />
    </svg>
  )
}
