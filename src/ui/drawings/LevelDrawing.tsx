/** The top of the foundation against a level line. */
export const LevelDrawing = () => (
  <>
    <path className="base" d="M24 62 216 74V108H24Z" />
    <path className="tape dashed" d="M16 52H224" />
    <path className="tape second" d="M206 52V70M200 58l6-6 6 6M200 64l6 6 6-6" />
    <rect className="tape" x="92" y="34" width="56" height="14" rx="4" />
    <circle className="bolt" cx="120" cy="41" r="4" />
  </>
)
