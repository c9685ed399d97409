import { useState } from 'react'
import { numberWords } from '../../../language/locale.ts'
import { bytesWords } from '../../../language/photoWords.ts'
import { roomWords } from '../../../language/roomWords.ts'
import { sentenceCase } from '../../../language/sentenceCase.ts'
import { m } from '../../../language/words/messages.js'
import { Folded } from '../../../ui/form/Folded.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { makeRoom } from '../../record/makeRoom.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useRoom } from '../../store/queries/useRoom.ts'

/** Room left on this phone in visits, and what may leave it to make more: nothing that is not at the endpoint [L4, L8]. */
export const RoomPart = () => {
  const store = useStore()
  const room = useRoom()
  const [said, setSaid] = useState('')
  if (room === null) return null
  const { left, backedUp, received } = room
  const free = (which: 'backedUp' | 'received') => async () => {
    const { pictures, bytes } = await makeRoom(store, which)
    setSaid(m.room_freed({ count: numberWords(pictures), size: bytesWords(bytes) }))
  }
  const some = ({ pictures, bytes }: typeof received) => ({ count: numberWords(pictures), size: bytesWords(bytes) })
  return (
    <section className="card" aria-labelledby="room">
      <h2 id="room">{m.room_title()}</h2>
      <p>{sentenceCase(roomWords(left.at === 'full' ? 0 : left.visits))}</p>
      {said !== '' && <Notice tone="leaf">{said}</Notice>}
      {backedUp.pictures > 0 && (
        <>
          <p className="soft">{m.room_backed_up(some(backedUp))}</p>
          {left.at === 'full' && (
            <button type="button" className="button" onClick={() => void free('backedUp')()}>
              {m.room_free_backed_up()}
            </button>
          )}
        </>
      )}
      {received.pictures > 0 && (
        <Folded title={m.room_more()}>
          <p>{m.room_received(some(received))}</p>
          <button type="button" className="button" onClick={() => void free('received')()}>
            {m.room_free_received({ count: numberWords(received.pictures) })}
          </button>
        </Folded>
      )}
    </section>
  )
}
