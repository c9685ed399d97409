import { useCallback, useEffect, useState } from 'react'
import { watchCompass } from './compass.ts'
import { type Followed, followPlace } from './followPlace.ts'
import { browserPlace } from './place.ts'

export type HereFollowed = {
  here: Followed
  /** Where one looks or goes, in degrees from north; null where nothing tells. */
  heading: number | null
  following: boolean
  follow(yes: boolean): void
}

/** A compass trembles: less than this is no turn, in degrees. */
const trembling = 4

/**
 * The place of the phone while a screen follows it: by a tap only, and it stops when the screen is left or out of sight.
 * Back in sight it goes on.
 */
export const useHereFollowed = (): HereFollowed => {
  const [here, setHere] = useState<Followed>({ at: 'not-asked' })
  const [following, follow] = useState(false)
  const [pointed, setPointed] = useState<number | null>(null)
  useEffect(() => {
    if (!following) {
      setHere({ at: 'not-asked' })
      return setPointed(null)
    }
    let stop: (() => void) | null = null
    const inSight = () => {
      stop?.()
      stop = document.visibilityState === 'visible' ? both() : null
    }
    const both = () => {
      const ends = [
        // What was found last goes on being shown while a new search begins.
        followPlace(browserPlace, (now) =>
          setHere((before) => (now.at === 'seeking' && before.at === 'found' ? before : now)),
        ),
        watchCompass((degrees) =>
          setPointed((before) => (before !== null && turnBetween(before, degrees) < trembling ? before : degrees)),
        ),
      ]
      return () => {
        for (const end of ends) end()
      }
    }
    inSight()
    document.addEventListener('visibilitychange', inSight)
    return () => {
      document.removeEventListener('visibilitychange', inSight)
      stop?.()
    }
  }, [following])
  const course = here.at === 'found' ? here.course : null
  return { here, heading: course ?? pointed, following, follow: useCallback((yes) => follow(yes), []) }
}

/** Degrees, 0 to 180. */
const turnBetween = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180)
