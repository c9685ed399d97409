import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

/** A screen whose code comes with its first tap, or before it by `load`. */
export type Later<Props extends object> = ((props: Props) => ReactNode) & { load(): Promise<void> }

/**
 * React's own `lazy` shows what stands in for a screen even where its code is long here, and then holds the screen
 * itself back until 300 ms are over: a third of a second on every first tap. Here a screen whose code is here is drawn
 * at once, and one on its way the moment that it comes. A code that can't be had is thrown where it would be drawn.
 */
export const later = <Props extends object>(
  bring: () => Promise<{ default: ComponentType<Props> }>,
  Coming: ComponentType,
): Later<Props> => {
  let Here: ComponentType<Props> | null = null
  const load = async () => {
    Here ??= (await bring()).default
  }
  const Screen = (props: Props) => {
    const [failed, setFailed] = useState<unknown>(null)
    const [, setHere] = useState(Here !== null)
    useEffect(() => {
      if (Here !== null) return setHere(true)
      let gone = false
      load().then(
        () => gone || setHere(true),
        (error: unknown) => gone || setFailed(error),
      )
      return () => {
        gone = true
      }
    }, [])
    if (failed !== null) throw failed
    return Here === null ? <Coming /> : <Here {...props} />
  }
  return Object.assign(Screen, { load })
}
