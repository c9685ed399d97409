/** A place to write by hand, with what belongs there. */
export const Blank = ({ label, said = '', wide = false }: { label: string; said?: string; wide?: boolean }) => (
  <p className={wide ? 'blank wide' : 'blank'}>
    <span>{label}:</span>
    {said === '' ? <span className="line" /> : <strong>{said}</strong>}
  </p>
)
