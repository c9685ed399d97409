/** The foundation from above, the tape along its short side. */
export const WidthDrawing = () => (
  <>
    <rect className="base" x="40" y="28" width="160" height="76" />
    <path className="tape" d="M220 28V104M214 36l6-8 6 8M214 96l6 8 6-8" />
  </>
)
