/** The foundation from the side, above the ground outside. */
export const HeightDrawing = () => (
  <>
    <rect className="base" x="70" y="40" width="130" height="62" />
    <path className="earth" d="M12 84H66M204 84h24M20 92l-6 8M36 92l-6 8M52 92l-6 8M212 92l-6 8M226 92l-6 8" />
    <path className="tape" d="M44 40V84M38 48l6-8 6 8M38 76l6 8 6-8M52 40h14" />
  </>
)
