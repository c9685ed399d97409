/**
 * How far an endpoint's backup must lie behind a receipt, in ms: clocks are read on two machines, and the phone's
 * knowledge of the endpoint's may be minutes old.
 */
const marginMs = 10 * 60_000

/**
 * Whether what was receipted at that moment (by the endpoint's clock, ms since 1970) is in a verified backup, by what
 * the endpoint last said of its backups; not where either isn't known.
 */
export const inBackup = (receiptedMs: number | undefined, backedUpMs: number | null): boolean =>
  receiptedMs !== undefined && backedUpMs !== null && receiptedMs + marginMs < backedUpMs
