import type { Chance } from '../../../src/endpoint/demo/chance.ts'

/** A hillside in its weather: sky, two ridges, ground, a few trees. 640 × 480. */
export const landscape = (chance: Chance): string => {
  const weather = chance.pick(weathers)
  return `
    <rect width="640" height="480" fill="${weather.sky}"/>
    ${weather.sun ? `<circle cx="${chance.between(60, 560)}" cy="${chance.between(40, 90)}" r="30" fill="#ffe3a3"/>` : ''}
    ${ridge(chance, 150, 60, weather.far)}
    ${ridge(chance, 200, 45, weather.near)}
    <rect y="235" width="640" height="245" fill="${weather.ground}"/>
    ${Array.from({ length: chance.between(2, 5) }, () => tree(chance)).join('')}
    ${weather.mist ? mist : ''}
  `
}

/** What every drawing carries, so that nobody takes it for a photo. */
export const drawnMark = `
  <rect x="516" y="446" width="116" height="26" rx="6" fill="#1f1b16" opacity=".72"/>
  <text x="574" y="464" font-family="sans-serif" font-size="14" font-weight="600" fill="#ffffff" text-anchor="middle">TRANH VẼ</text>
`

const weathers = [
  { sky: '#dcebf2', far: '#9db8a6', near: '#6f9575', ground: '#c9a57b', sun: true, mist: false },
  { sky: '#e9e6df', far: '#b3bfb8', near: '#7f9a86', ground: '#b98f66', sun: false, mist: true },
  { sky: '#fbe7cf', far: '#c2a98f', near: '#8a8a5e', ground: '#cfa679', sun: true, mist: false },
  { sky: '#d9e4e4', far: '#8fae9f', near: '#5f8a6b', ground: '#bf9770', sun: false, mist: false },
  { sky: '#e4eef5', far: '#a9c0b0', near: '#789c6e', ground: '#d1ae86', sun: true, mist: true },
]

const mist = `<linearGradient id="mist" x2="0" y2="1"><stop stop-color="#fff" stop-opacity="0"/>
  <stop offset=".6" stop-color="#fff" stop-opacity=".55"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
  <rect y="110" width="640" height="130" fill="url(#mist)"/>`

const ridge = (chance: Chance, base: number, height: number, fill: string): string => {
  const points = Array.from({ length: 9 }, (_, at) => `${at * 80} ${base + chance.between(-height, height)}`)
  return `<path d="M0 300L${points.join('L')}L640 300Z" fill="${fill}" stroke="${fill}" stroke-width="14" stroke-linejoin="round"/>`
}

const tree = (chance: Chance): string => {
  const x = chance.between(10, 630)
  const y = chance.between(205, 238)
  const size = chance.between(16, 34)
  const leaf = chance.pick(['#4f7d55', '#5d8a4d', '#3f6b52'])
  return `<rect x="${x - 2}" y="${y}" width="4" height="${size * 0.7}" fill="#6b4a2f"/>
    <ellipse cx="${x}" cy="${y - size * 0.3}" rx="${size * 0.6}" ry="${size * 0.75}" fill="${leaf}"/>`
}
