/** The pin that stands still while the map is moved under it; its point is the middle of the map. */
export const CentrePin = () => (
  <svg className="centre-pin" width="48" height="60" viewBox="0 0 48 60" aria-hidden="true">
    <path d="M24 58C24 58 44 37 44 22a20 20 0 0 0-40 0c0 15 20 36 20 36Z" fill="var(--brick)" />
    <path
      d="M24 58C24 58 44 37 44 22a20 20 0 0 0-40 0c0 15 20 36 20 36Z"
      fill="none"
      stroke="var(--card)"
      strokeWidth="2.5"
    />
    <circle cx="24" cy="22" r="7" fill="var(--card)" />
  </svg>
)
