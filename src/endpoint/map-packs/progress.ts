/** Says how far a long work is, in numbers. */
export type Progress = {
  /** A new part of the work, of `total` tiles; null where nobody knows how many. It ends the part before. */
  begin(says: string, total: number | null): void
  /** Some of it is done: tiles and bytes more than before. */
  step(tiles: number, bytes: number): void
  /** The last part is over. */
  end(): void
}

export const noProgress: Progress = { begin: () => {}, step: () => {}, end: () => {} }

type Screen = { readonly isTTY?: boolean; write(text: string): unknown }

const barLength = 24
const redrawMs = 100
const nextLineMs = 5_000

/** On a terminal a bar that is drawn over itself; elsewhere plain lines, one every five seconds and one at the end. */
export const screenProgress = (screen: Screen, nowMs: () => number): Progress => {
  let [says, total, tiles, bytes, saidMs, said] = ['', null as number | null, 0, 0, 0, '']
  const line = () => {
    const mb = `${(bytes / 1e6).toFixed(1)} MB`
    if (total === null) return `${says}: ${mb}`
    return `${says}: ${tiles.toLocaleString('en')}/${total.toLocaleString('en')}, ${mb}`
  }
  const bar = () => {
    const full = total === null || total === 0 ? 0 : Math.floor((barLength * tiles) / total)
    return total === null ? line() : `[${'#'.repeat(full)}${'·'.repeat(barLength - full)}] ${line()}`
  }
  const say = (last: boolean) => {
    saidMs = nowMs()
    if (!screen.isTTY && line() === said) return
    said = line()
    screen.write(screen.isTTY ? `\r\u001b[K${bar()}${last ? '\n' : ''}` : `${line()}\n`)
  }
  // Where nothing was fetched there is nothing to say of it.
  const end = () => {
    if (tiles > 0 || bytes > 0) say(true)
    ;[tiles, bytes] = [0, 0]
  }
  return {
    begin: (part, of) => {
      end()
      ;[says, total, tiles, bytes, saidMs] = [part, of, 0, 0, nowMs()]
    },
    step: (moreTiles, moreBytes) => {
      tiles += moreTiles
      bytes += moreBytes
      if (nowMs() - saidMs >= (screen.isTTY ? redrawMs : nextLineMs)) say(false)
    },
    end,
  }
}
