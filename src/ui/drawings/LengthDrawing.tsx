/** The foundation from above, the tape along its long side. */
export const LengthDrawing = () => (
  <>
    <rect className="base" x="40" y="22" width="160" height="70" />
    <path className="tape" d="M40 112H200M48 106l-8 6 8 6M192 106l8 6-8 6" />
  </>
)
