import type { Wind } from '../domain/map/bearing.ts'
import { m } from './words/messages.js'

/** Sixteen winds as words: *đông bắc*. */
export const windWords: { [W in Wind]: () => string } = {
  n: m.wind_n,
  nne: m.wind_nne,
  ne: m.wind_ne,
  ene: m.wind_ene,
  e: m.wind_e,
  ese: m.wind_ese,
  se: m.wind_se,
  sse: m.wind_sse,
  s: m.wind_s,
  ssw: m.wind_ssw,
  sw: m.wind_sw,
  wsw: m.wind_wsw,
  w: m.wind_w,
  wnw: m.wind_wnw,
  nw: m.wind_nw,
  nnw: m.wind_nnw,
}
