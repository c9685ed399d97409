/** Bolts standing out of the foundation, and how far they stand out. */
export const AnchorsDrawing = () => (
  <>
    <rect className="base" x="24" y="74" width="192" height="36" />
    <path className="bolt" d="M57 38h6v36h-6zM97 38h6v36h-6zM137 38h6v36h-6zM177 38h6v36h-6z" />
    <path className="bolt" d="M52 46h16v6H52zM92 46h16v6H92zM132 46h16v6h-16zM172 46h16v6h-16z" />
    <path className="tape second" d="M202 38V71M196 46l6-8 6 8M196 63l6 8 6-8" />
  </>
)
