import type { Chance } from '../../../src/endpoint/demo/chance.ts'
import { drawnMark, landscape } from './landscape.ts'

/** How many of each are drawn: 60 in all. */
export const drawingCounts = {
  'corner-1': 10,
  'corner-3': 10,
  tape: 10,
  anchor: 10,
  plate: 7,
  trench: 3,
  finished: 10,
} as const
export type DrawingSlot = keyof typeof drawingCounts

/** A plain, warm drawing of what a photo of that slot shows: no people, no faces. */
export const drawing = (slot: DrawingSlot, chance: Chance): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">${scenes[slot](chance)}${drawnMark}</svg>`

const bricks = ['#a8481f', '#9c4a28', '#b2562c', '#8f4423']
const concretes = ['#b9b3a8', '#a9a49a', '#c4beb2']

type Corners = { near: [number, number]; left: [number, number]; right: [number, number]; far: [number, number] }

/** A strip foundation seen from one of its corners. */
const foundation = (chance: Chance, mirrored: boolean): { svg: string; corners: Corners } => {
  const shift = chance.between(-25, 25)
  const corners: Corners = {
    near: [320 + shift, 430 + chance.between(-8, 8)],
    left: [70 + chance.between(-20, 20), 330 + chance.between(-12, 12)],
    right: [585 + chance.between(-20, 20), 320 + chance.between(-12, 12)],
    far: [330 + shift / 2, 262 + chance.between(-6, 6)],
  }
  const brick = chance.pick(bricks)
  const top = chance.pick(concretes)
  const height = chance.between(24, 36)
  const { near, left, right, far } = corners
  const inner = [near, right, far, left].map(([x, y]) => toward([x, y], [325, 340], 0.17))
  const bolts = [near, left, far, right]
    .flatMap((corner, at, all) => [corner, middle(corner, all[(at + 1) % 4] as [number, number])])
    .map((point) => toward(point, [325, 340], 0.08))
    .map(([x, y]) => `<path d="M${x} ${y}v-15" stroke="#4b4d55" stroke-width="4"/>`)
  const svg = `
    <path d="M${near}L${left}v${height}L${near[0]} ${near[1] + height}Z" fill="${brick}"/>
    <path d="M${near}L${right}v${height}L${near[0]} ${near[1] + height}Z" fill="${brick}" opacity=".86"/>
    ${courses(near, left, height)}${courses(near, right, height)}
    <path d="M${near}L${right}L${far}L${left}Z" fill="${top}"/>
    <path d="M${inner.join('L')}Z" fill="#8d6b49"/>
    ${bolts.join('')}`
  return { svg: mirrored ? `<g transform="translate(640 0) scale(-1 1)">${svg}</g>` : svg, corners }
}

const courses = (a: [number, number], b: [number, number], height: number): string =>
  [1, 2]
    .map(
      (row) =>
        `<path d="M${a[0]} ${a[1] + (row * height) / 3}L${b[0]} ${b[1] + (row * height) / 3}" stroke="#f2e9da" stroke-width="1.5" opacity=".7"/>`,
    )
    .join('')

const toward = ([x, y]: [number, number], [tx, ty]: [number, number], part: number): [number, number] => [
  Math.round(x + (tx - x) * part),
  Math.round(y + (ty - y) * part),
]
const middle = (a: [number, number], b: [number, number]): [number, number] => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

const tapeAlong = (a: [number, number], b: [number, number]): string => {
  const marks = Array.from({ length: 15 }, (_, at) => toward(a, b, (at + 1) / 16))
  return `<path d="M${a}L${b}" stroke="#ffc94a" stroke-width="11"/>
    ${marks.map(([x, y], at) => `<path d="M${x} ${y - 5}v${at % 5 === 4 ? 10 : 6}" stroke="#1f1b16" stroke-width="${at % 5 === 4 ? 2.5 : 1.2}"/>`).join('')}
    <circle cx="${b[0]}" cy="${b[1]}" r="17" fill="#2b3a67"/><circle cx="${b[0]}" cy="${b[1]}" r="7" fill="#ffc94a"/>`
}

const pile = (chance: Chance): string => {
  const x = chance.pick([chance.between(40, 150), chance.between(490, 600)])
  const fill = chance.pick(['#d8c39a', '#b8b2a7', '#cdb88d'])
  return `<path d="M${x - 60} 290q60 -${chance.between(50, 85)} 120 0Z" fill="${fill}"/>`
}

const scenes: { readonly [slot in DrawingSlot]: (chance: Chance) => string } = {
  'corner-1': (chance) =>
    `${landscape(chance)}${chance.happens(0.6) ? pile(chance) : ''}${foundation(chance, false).svg}`,
  'corner-3': (chance) =>
    `${landscape(chance)}${foundation(chance, true).svg}${chance.happens(0.5) ? pile(chance) : ''}`,
  tape: (chance) => {
    const { svg, corners } = foundation(chance, false)
    const end = chance.happens(0.5) ? corners.left : corners.right
    return `${landscape(chance)}${svg}${tapeAlong(toward(corners.near, end, 0.04), toward(corners.near, end, 0.9))}`
  },
  anchor: (chance) => {
    const ground = chance.pick(concretes)
    const count = chance.between(2, 4)
    const bolts = Array.from({ length: count }, (_, at) =>
      bolt(120 + ((at + 0.5) * 400) / count + chance.between(-12, 12), chance),
    )
    return `<rect width="640" height="480" fill="#8d6b49"/>
      <path d="M0 ${chance.between(120, 170)}L640 ${chance.between(110, 160)}L640 400L0 420Z" fill="${ground}"/>
      <path d="M0 420L640 400L640 480L0 480Z" fill="${chance.pick(bricks)}"/>
      ${Array.from({ length: 26 }, () => `<circle cx="${chance.between(0, 640)}" cy="${chance.between(180, 395)}" r="${chance.between(2, 5)}" fill="#8b867c" opacity=".5"/>`).join('')}
      ${bolts.join('')}`
  },
  plate: (chance) => {
    const number = String(chance.between(1, 60)).padStart(2, '0')
    const wall = chance.pick(['#f2e9da', '#e6dccb', '#d9d3c6'])
    const [x, y] = [chance.between(150, 210), chance.between(110, 160)]
    return `<rect width="640" height="480" fill="${wall}"/>
      ${Array.from({ length: 8 }, (_, at) => `<path d="M0 ${at * 60 + 20}H640" stroke="#c9bda8" stroke-width="3"/>`).join('')}
      <g transform="rotate(${chance.between(-3, 3)} 320 240)">
        <rect x="${x}" y="${y}" width="300" height="180" rx="14" fill="#2b3a67" stroke="#ffffff" stroke-width="8"/>
        <text x="${x + 150}" y="${y + 62}" font-family="sans-serif" font-size="34" fill="#ffffff" text-anchor="middle">Mái ấm · số</text>
        <text x="${x + 150}" y="${y + 148}" font-family="sans-serif" font-size="84" font-weight="700" fill="#ffc94a" text-anchor="middle">${number}</text>
      </g>`
  },
  trench: (chance) => {
    const dark = chance.pick(['#5c4026', '#654a2e', '#533a24'])
    const bottom = chance.between(180, 240)
    return `<rect width="640" height="480" fill="${chance.pick(['#b98f66', '#c09a72', '#a9825a'])}"/>
      <path d="M${320 - bottom} 480L250 120L390 120L${320 + bottom} 480Z" fill="${dark}"/>
      <path d="M${330 - bottom / 2} 480L285 135L355 135L${310 + bottom / 2} 480Z" fill="#7d5c3a"/>
      <path d="M120 470L250 110M520 470L390 110" stroke="#fbe7cf" stroke-width="2.5" stroke-dasharray="10 6"/>
      ${tapeAlong([chance.between(250, 290), 400], [chance.between(380, 420), chance.between(390, 405)])}
      ${Array.from({ length: 30 }, () => `<circle cx="${chance.between(0, 640)}" cy="${chance.between(130, 480)}" r="${chance.between(2, 6)}" fill="#8d6b49" opacity=".6"/>`).join('')}`
  },
  finished: (chance) => {
    const roof = chance.pick(['#a8481f', '#2b3a67', '#7a3b2a', '#4f6b7a'])
    const wall = chance.pick(['#f2e9da', '#f7ead0', '#e7ece6'])
    const x = chance.between(140, 220)
    return `${landscape(chance)}
      <rect x="${x - 10}" y="372" width="320" height="26" fill="${chance.pick(bricks)}"/>
      <rect x="${x}" y="252" width="300" height="122" fill="${wall}"/>
      <path d="M${x - 28} 258L${x + 150} 160L${x + 328} 258Z" fill="${roof}"/>
      <rect x="${x + 122}" y="290" width="52" height="84" fill="#6b4a2f"/>
      ${[40, 214].map((at) => `<rect x="${x + at}" y="288" width="46" height="40" fill="#ffc94a" stroke="#6b4a2f" stroke-width="5"/>`).join('')}
      <path d="M${x + 112} 398h72l16 60h-104Z" fill="#e4ddd2"/>`
  },
}

const bolt = (x: number, chance: Chance): string => {
  const y = chance.between(270, 330)
  const height = chance.between(105, 135)
  const threads = Array.from(
    { length: 9 },
    (_, at) => `<path d="M${x - 13} ${y - height + 8 + at * 7}h26" stroke="#3c3e45" stroke-width="2"/>`,
  )
  return `<ellipse cx="${x}" cy="${y + 4}" rx="46" ry="15" fill="#6f6a60"/>
    <rect x="${x - 13}" y="${y - height}" width="26" height="${height}" rx="4" fill="#7d8088"/>${threads.join('')}
    <path d="M${x - 28} ${y - 26}h56l6 14l-6 14h-56l-6 -14Z" fill="#54565e"/>`
}
