/** The foundation from above, both tapes from corner to opposite corner. */
export const DiagonalsDrawing = () => (
  <>
    <rect className="base" x="32" y="14" width="176" height="100" />
    <path className="tape dashed" d="M32 14 208 114" />
    <path className="tape second dashed" d="M208 14 32 114" />
    <text x="62" y="52">
      A
    </text>
    <text className="second" x="178" y="52">
      B
    </text>
  </>
)
