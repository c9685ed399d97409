/** Milliseconds of each strict write that completed, and of how many begun. */
export type Writes = { of: number; tookMs: number[] }

/** A photo of the phone's own camera app; `closed`: how often the page was closed while that app was open. */
export type Picture = { photo: string; sha256: string; bytes: number; tookMs: number; closed: number }

/** One force-stop: whether the number was kept, by the person's word; whether the photo was whole, and no network there. */
export type Stop = { kept: boolean; photoWhole: boolean | null; offline: boolean }

export type TryStep = 'keep' | 'writes' | 'picture' | 'stops' | 'file'

/**
 * How far somebody has tried out a real phone. Kept on the phone at every step, for being stopped is part of it. `life`
 * names the page that wrote something: another one that finds it was opened since.
 */
export type PhoneTried = {
  begunMs: number
  /** Whether the browser promised to keep the data; null while it was not asked. */
  keep: boolean | null
  writes: Writes | null
  picture: Picture | null
  /** The camera app was opened by that page and has not come back; how often such a page was closed. */
  camera: { life: string | null; closed: number }
  stops: Stop[]
  /** A number that somebody remembers while they stop the app. */
  number: { said: string; life: string } | null
  /** Whether the file that was saved read the same when it was chosen again. */
  file: boolean | null
  skipped: TryStep[]
}

export const stopsWanted = 5
export const writesWanted = 50

export const trySteps: readonly TryStep[] = ['keep', 'writes', 'picture', 'stops', 'file']

export const beginTrying = (nowMs: number): PhoneTried => ({
  begunMs: nowMs,
  keep: null,
  writes: null,
  picture: null,
  camera: { life: null, closed: 0 },
  stops: [],
  number: null,
  file: null,
  skipped: [],
})

/** The first step that is neither done nor passed over; null when all are. */
export const tryStepOf = (tried: PhoneTried): TryStep | null =>
  trySteps.find((step) => !tried.skipped.includes(step) && !done[step](tried)) ?? null

const done: { [Step in TryStep]: (tried: PhoneTried) => boolean } = {
  keep: ({ keep }) => keep !== null,
  writes: ({ writes }) => writes !== null,
  picture: ({ picture }) => picture !== null,
  stops: ({ stops }) => stops.length >= stopsWanted,
  file: ({ file }) => file === true,
}

/** What a page finds that was opened anew: a camera app that never came back closed the page before it. */
export const openedAgain = (tried: PhoneTried, life: string): PhoneTried => {
  const { camera } = tried
  if (camera.life === null || camera.life === life) return tried
  return { ...tried, camera: { life: null, closed: camera.closed + 1 } }
}

/** Half of the writes took at most the first, all of them at most the second; 0 where there was none. */
export const writesSummed = ({ tookMs }: Writes): { halfMs: number; mostMs: number } => {
  const sorted = [...tookMs].sort((a, b) => a - b)
  return { halfMs: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, mostMs: sorted.at(-1) ?? 0 }
}
