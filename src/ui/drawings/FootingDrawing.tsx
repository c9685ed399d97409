/** The trench cut across: its width above, its depth beside. */
export const FootingDrawing = () => (
  <>
    <path className="earth" d="M14 40H84V108H156V40H226" />
    <path className="earth" d="M96 116l-6 8M116 116l-6 8M136 116l-6 8M70 60l-6 8M70 84l-6 8M176 60l-6 8M176 84l-6 8" />
    <path className="tape" d="M84 24H156M92 18l-8 6 8 6M148 18l8 6-8 6" />
    <path className="tape second" d="M120 40V106M114 48l6-8 6 8M114 98l6 8 6-8" />
  </>
)
