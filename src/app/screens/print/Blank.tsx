/** A place to write by hand, with what belongs there. */
export const Blank = ({ label, said = '', wide = false }: { label: string; said?: string; wide?: boolean }) => (
  <p className={wide ? 'paper-blank wide' : 'paper-blank'}>
    <span>{label}:</span>
    {said === '' ? <span className="paper-line" /> : <strong>{said}</strong>}
  </p>
)
