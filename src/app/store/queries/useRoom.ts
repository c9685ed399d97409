import { useEffect, useState } from 'react'
import { onChange } from '../changes.ts'
import { largePictures } from '../largePictures.ts'
import type { PhotoRow } from '../photoRows.ts'
import { type RoomLeft, roomLeft } from '../roomLeft.ts'
import type { Database } from '../tables.ts'
import { useStore } from './StoreContext.tsx'

type Large = { pictures: number; bytes: number }

/** Room left on this phone, and the large pictures that could leave it: in a verified backup, or only received. */
export type Room = { left: RoomLeft; backedUp: Large; received: Large }

/** Null until it was read once. */
export const useRoom = (): Room | null => {
  const { database } = useStore()
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    let gone = false
    const again = () =>
      read(database).then(
        (found) => {
          if (!gone) setRoom(found)
        },
        (error: unknown) => console.error(error),
      )
    void again()
    const stop = onChange((change) => {
      if (change === 'photos' || change === 'room' || change === 'pulled') void again()
    })
    return () => {
      gone = true
      stop()
    }
  }, [database])
  return room
}

const read = async (database: Database): Promise<Room> => {
  const { backedUp, received } = await largePictures(database)
  return { left: await roomLeft(database), backedUp: sum(backedUp), received: sum(received) }
}

const sum = (rows: readonly PhotoRow[]): Large => ({
  pictures: rows.length,
  bytes: rows.reduce((bytes, { body }) => bytes + body.bytes, 0),
})
