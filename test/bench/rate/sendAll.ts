import { Agent, request } from 'node:http'
import { parentPort } from 'node:worker_threads'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import type { Answered, Message } from './startSenders.ts'

const unpack: { [encoding: string]: (bytes: Buffer) => Buffer } = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
}

type Packed = { status: number; bytes: Buffer; packing: string; xAnswer: string }

const post = (url: string, agent: Agent, { headers, body }: Message): Promise<Packed> =>
  new Promise((done, failed) => {
    // What a phone's browser offers over https.
    const accept = { 'accept-encoding': 'gzip, deflate, br, zstd', 'content-length': body.length }
    const asking = request(`${url}/api/sync`, { agent, method: 'POST', headers: { ...headers, ...accept } })
    asking.on('error', failed)
    asking.on('response', (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const { 'content-encoding': packing = '', 'x-answer': xAnswer = '' } = answer.headers
        done({ status: answer.statusCode ?? 0, bytes: Buffer.concat(pieces), packing, xAnswer: String(xAnswer) })
      })
    })
    asking.end(body)
  })

const sendOneByOne = async (url: string, messages: readonly Message[]): Promise<Packed[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const answers: Packed[] = []
  for (const message of messages) answers.push(await post(url, agent, message))
  agent.destroy()
  return answers
}

/** Unpacked only when the clock has stopped. */
const unpacked = ({ status, bytes, packing, xAnswer }: Packed): Answered => ({
  status,
  said: unpack[packing]?.(bytes) ?? bytes,
  xAnswer,
})

parentPort?.on('message', async ({ url, messages }: { url: string; messages: Message[][] }) => {
  const began = performance.now()
  const answers = await Promise.all(messages.map((all) => sendOneByOne(url, all)))
  const seconds = (performance.now() - began) / 1000
  parentPort?.postMessage({ seconds, heard: answers.map((all) => all.map(unpacked)) })
})
