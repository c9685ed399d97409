/** Runs an endpoint with the heap that `npm run endpoint` gives it: `startAgain({ under: asInTheField })`. */
export const asInTheField = [
  'sh',
  '-c',
  'shift; exec node --max-semi-space-size=4 --heap-growing-percent=20 "$@"',
  'endpoint',
]
