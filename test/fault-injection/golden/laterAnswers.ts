import type { EndpointKeys } from '../../../src/endpoint/keys/endpointKeys.ts'
import { answerText } from '../../../src/wire/signing/texts.ts'
import { sha256Hex } from '../../support/testDevice.ts'
import { bytesOf, deviceOf, type Exchange, nonceOf, type Traffic } from './exchange.ts'

/** The answers that the app got, as a later endpoint would give them: more is said everywhere, and it is signed. */
export const laterAnswers = async (
  exchanges: readonly Exchange[],
  device: string,
  keys: EndpointKeys,
): Promise<Traffic['answersOfALater']> => {
  const later: Traffic['answersOfALater'] = {}
  for (const [at, exchange] of exchanges.entries()) {
    const { answer } = exchange
    if (deviceOf(exchange) !== device || !answer.headers['content-type']?.includes('json')) continue
    const body = JSON.stringify(withMore(JSON.parse(new TextDecoder().decode(bytesOf(answer.body)))))
    const { status } = answer
    const text = answerText({ device, nonce: nonceOf(exchange), status, body: sha256Hex(body) })
    later[at] = { status, headers: { ...answer.headers, 'x-answer': await keys.sign(text) }, body: { text: body } }
  }
  return later
}

type Fields = { [field: string]: unknown }

/** Said of a whole answer, of each ack and of each page; what is hashed or sealed stays as it is. */
const withMore = (answer: Fields): Fields => ({
  ...answer,
  tomorrow: { is: 'another day' },
  ...(Array.isArray(answer.acks) ? { acks: answer.acks.map((ack: Fields) => ({ ...ack, mood: 'well' })) } : {}),
  ...(answer.books === undefined
    ? {}
    : {
        books: Object.fromEntries(
          Object.entries(answer.books as { [book: string]: Fields }).map(([book, page]) => [
            book,
            { ...page, weather: ['mưa'] },
          ]),
        ),
      }),
})
