type Turned = Event & { alpha: number | null; absolute: boolean }

/**
 * Which way the phone points, in degrees clockwise from north, where it tells without being asked for a permission (an
 * iPhone asks: there the course of walking is all there is). Answers with what stops it.
 */
export const watchCompass = (tell: (degrees: number) => void): (() => void) => {
  const heard = (event: Event) => {
    const { alpha, absolute } = event as Turned
    if (absolute && alpha !== null) tell((360 - alpha + screenTurn()) % 360)
  }
  addEventListener('deviceorientationabsolute', heard)
  return () => removeEventListener('deviceorientationabsolute', heard)
}

/** A phone laid on its side: what is up on the screen is another side of the phone. */
const screenTurn = (): number => screen.orientation?.angle ?? 0
