import type { Entry } from '../../src/domain/entries/entry.ts'
import type { TestDevice } from '../support/testDevice.ts'

/** A device that hands in by the contract, 400 entries at a time. */
export class Pushing {
  private waiting: Entry[] = []
  private readonly device: TestDevice

  constructor(device: TestDevice) {
    this.device = device
  }

  async add(entry: Entry): Promise<void> {
    this.waiting.push(entry)
    if (this.waiting.length === 400) await this.end()
  }

  async end(): Promise<void> {
    if (this.waiting.length === 0) return
    const answer = await this.device.request<{ acks: { status: string; code?: string; detail?: string }[] }>(
      'POST',
      '/api/sync',
      {
        packed: true,
        json: {
          protocol: 1,
          build: 'bench',
          epoch: this.device.enrolled?.endpoint.epoch ?? null,
          push: this.waiting,
        },
      },
    )
    const wrong = answer.body.acks?.find(({ status }) => status !== 'accepted')
    if (answer.status !== 200 || wrong !== undefined)
      throw new Error(`the bench's entries were not taken: ${answer.status} ${JSON.stringify(wrong ?? answer.body)}`)
    this.waiting = []
  }
}
