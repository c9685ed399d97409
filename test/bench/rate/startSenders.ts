import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export type Message = { headers: { [name: string]: string }; body: Uint8Array<ArrayBuffer> }
export type Answered = { status: number; said: Buffer; xAnswer: string }

/** Clients in a thread of their own, each with one connection, sending what was prepared, one request after the other. */
export const startSenders = () => {
  const thread = new Worker(new URL('sendAll.ts', import.meta.url))
  return {
    send: async (
      url: string,
      messages: readonly (readonly Message[])[],
    ): Promise<{ seconds: number; heard: Answered[][] }> => {
      thread.postMessage({ url, messages })
      const [{ seconds, heard }] = await once(thread, 'message')
      return {
        seconds,
        heard: heard.map((all: Answered[]) => all.map((one) => ({ ...one, said: Buffer.from(one.said) }))),
      }
    },
    end: () => thread.terminate(),
  }
}
