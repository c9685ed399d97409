import { answerText, receiptText } from '../../../src/wire/signing/texts.ts'
import type { Chance } from '../../bench/chance.ts'
import { sha256Hex } from '../../support/testDevice.ts'
import type { Asked, House, Told } from './house.ts'
import type { Phone } from './phone.ts'
import { saidOf } from './saidOf.ts'

/**
 * What the road does to a request. `cut`: it never arrives. `lost`: the answer never does. `late`: the phone gives up and
 * it arrives afterwards. `twice`: it arrives twice. `captive`: a portal's page. `proxy-*`: an unsigned refusal. `altered`:
 * somebody wrote into the answer. `swapped`: an older answer to this phone. `another's`: an answer to another phone.
 */
const roadFaults = [
  'cut',
  'lost',
  'late',
  'time-out',
  'twice',
  'captive',
  'proxy-200',
  'proxy-503',
  'altered',
  'swapped',
  'anothers',
] as const
/** What a sick endpoint may say with a right `X-Answer`: a receipt, or a page, that does not hold what it says. */
const sickFaults = ['wrong-receipt', 'wrong-page', 'other-receipt-key'] as const
export type RoadFault = (typeof roadFaults)[number] | (typeof sickFaults)[number]

/** Answers that a phone must not act on. */
const notToBeActedOn: ReadonlySet<RoadFault> = new Set([
  'captive',
  'proxy-200',
  'proxy-503',
  'altered',
  'swapped',
  'anothers',
  'wrong-receipt',
  'other-receipt-key',
])

export type Exchange = { phone: Phone; asked: Asked; told: Told }

/** The only way between phones and endpoint, with all that may happen on it. */
export class Road {
  /** 0: nothing happens; 1: something at every request. */
  roughness = 0
  readonly happened = new Map<RoadFault, number>()
  requests = 0
  /** Requests that a phone gave up and that still come. */
  readonly underWay: { phone: Phone; asked: Asked }[] = []
  private readonly house: () => House
  private readonly chance: Chance
  private readonly last = new Map<Phone, Told[]>()
  /** What the world does while a request is under way, and what it looks at when an answer comes. */
  private readonly meanwhile: (phone: Phone) => Promise<void>
  private readonly heard: (exchange: Exchange) => Promise<void>
  private readonly notActedOn: (phone: Phone, fault: RoadFault) => void

  constructor(
    house: () => House,
    chance: Chance,
    meanwhile: Road['meanwhile'],
    heard: Road['heard'],
    notActedOn: Road['notActedOn'],
  ) {
    this.house = house
    this.chance = chance
    this.meanwhile = meanwhile
    this.heard = heard
    this.notActedOn = notActedOn
  }

  fetch = async (phone: Phone, path: string, init: RequestInit): Promise<Response> => {
    const asked: Asked = {
      method: init.method ?? 'GET',
      path,
      headers: init.headers as Asked['headers'],
      ...(init.body == null
        ? {}
        : { body: typeof init.body === 'string' ? Buffer.from(init.body) : (init.body as Uint8Array) }),
    }
    if (phone.offline) throw new TypeError('no network')
    const fault = this.chance.yes(this.roughness) ? this.aFault() : null
    if (fault !== null) this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1)
    await this.meanwhile(phone)
    const signal = init.signal as AbortSignal
    if (signal?.aborted) throw signal.reason
    const told = await this.carried(phone, asked, fault)
    await this.meanwhile(phone)
    if (signal?.aborted) throw signal.reason
    if (fault !== null && notToBeActedOn.has(fault)) this.notActedOn(phone, fault)
    return responseOf(told)
  }

  /** Requests that were given up arrive, or never do. */
  arrive = async (): Promise<void> => {
    const one = this.underWay.splice(this.chance.below(this.underWay.length), 1)[0]
    if (one !== undefined) await this.ask(one.phone, one.asked).catch(() => undefined)
  }

  private aFault(): RoadFault {
    return this.chance.yes(0.12) ? this.chance.oneOf(sickFaults) : this.chance.oneOf(roadFaults)
  }

  private async carried(phone: Phone, asked: Asked, fault: RoadFault | null): Promise<Told> {
    switch (fault) {
      case 'cut':
        throw new TypeError('cut')
      case 'time-out':
        throw timedOut()
      case 'late':
        this.underWay.push({ phone, asked })
        throw timedOut()
      case 'captive':
        return page(200, 'text/html', '<h1>Wi-Fi miễn phí</h1>')
      case 'proxy-503':
        return page(503, 'text/plain', 'later')
      case 'proxy-200':
        return page(200, 'application/json', JSON.stringify({ protocol: 1, acks: [], upTo: 999, books: {} }))
      case 'swapped':
        return this.chance.oneOf(this.last.get(phone) ?? [page(204, 'text/plain', '')])
      case 'anothers': {
        const others = [...this.last].filter(([other]) => other !== phone).flatMap(([, told]) => told)
        return this.chance.oneOf(others.length > 0 ? others : [page(204, 'text/plain', '')])
      }
      default:
    }
    const told = await this.ask(phone, asked)
    if (fault === 'lost') throw new TypeError('lost')
    if (fault === 'twice') {
      const again = await this.ask(phone, asked)
      return this.chance.yes(0.5) ? told : again
    }
    if (fault === 'altered') return altered(told)
    if (fault !== null) return this.sick(phone, asked, told, fault)
    return told
  }

  private async ask(phone: Phone, asked: Asked): Promise<Told> {
    this.requests += 1
    const told = await this.house().ask(asked)
    await this.heard({ phone, asked, told })
    // A request that was heard before is no answer to keep: it says so of itself.
    const kept = this.last.get(phone) ?? []
    this.last.set(phone, [...kept.slice(-3), told])
    return told
  }

  /** The endpoint is sick: it says, and signs, what its receipt or its seal does not cover. */
  private async sick(phone: Phone, asked: Asked, told: Told, fault: RoadFault): Promise<Told> {
    const said = (await saidOf(asked, told)) as Said | null
    if (said?.acks === undefined || said.receipt === undefined) return altered(told)
    const { keys } = this.house()
    const nonce = nonceOf(asked)
    const device = phone.enrolment?.device ?? ''
    if (fault === 'wrong-receipt') {
      for (const ack of said.acks)
        Object.assign(ack, { status: 'accepted', seq: 1, stamp: '0190000000a0-0000-00000000' })
      said.upTo = 999
    } else if (fault === 'other-receipt-key') {
      const acks = said.acks.map(({ id, hash, status }) => [id, hash, status] as const)
      said.receipt = sha256Hex(receiptText({ device, epoch: keys.epoch, nonce, acks, upTo: said.upTo }))
    } else {
      const pages = Object.values(said.books ?? {}).filter(({ entries }) => entries.length > 0)
      if (pages.length === 0) return told
      for (const { entries } of pages) Object.assign(this.chance.oneOf(entries), { person: 'ai đó' })
    }
    const body = new TextEncoder().encode(JSON.stringify(said))
    const signed = answerText({ device, nonce, status: told.status, body: sha256Hex(body) })
    const headers = { ...told.headers, 'content-type': 'application/json', 'x-answer': await keys.sign(signed) }
    return { ...told, headers, body }
  }
}

type Said = {
  acks?: { id: string | null; hash: string | null; status: string }[]
  upTo: number
  receipt?: string
  books?: { [book: string]: { entries: object[] } }
}

/** `Authorization: Device <device>.<ts>.<nonce>.<sig>`. */
const nonceOf = ({ headers }: Asked): string => headers.authorization?.split('.')[2] ?? ''

const timedOut = (): Error => Object.assign(new Error('no answer in time'), { name: 'TimeoutError' })

const page = (status: number, type: string, text: string): Told => ({
  status,
  headers: { 'content-type': type },
  body: new TextEncoder().encode(text),
})

const altered = (told: Told): Told => {
  const text = new TextDecoder().decode(told.body)
  const other = text.replace('"held"', '"accepted"').replace('"upTo":', '"upTo":9')
  return { ...told, status: 200, body: new TextEncoder().encode(other === text ? `${text} ` : other) }
}

const responseOf = ({ status, headers, body }: Told): Response =>
  ({
    status,
    headers: new Headers(headers),
    arrayBuffer: async () => body.buffer.slice(0, body.byteLength),
    json: async () => JSON.parse(new TextDecoder().decode(body)),
  }) as unknown as Response
