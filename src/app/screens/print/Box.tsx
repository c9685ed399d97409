/** A box to tick with a pen, drawn: no font has to have it. */
export const Box = ({ label }: { label?: string }) => (
  <span className="paper-tick">
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <rect x="0.75" y="0.75" width="8.5" height="8.5" fill="none" stroke="#1f1b16" strokeWidth="0.8" />
    </svg>
    {label}
  </span>
)
