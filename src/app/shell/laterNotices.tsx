import type { ComponentType } from 'react'
import { later } from '../../ui/later.tsx'

type Behind = typeof import('./behindFirst.ts')

const Nothing = () => null

/** What is said over every screen comes behind the first one; a code that can't be had takes no screen with it. */
const laterNotice = <Props extends object>(pick: (all: Behind) => ComponentType<Props>) =>
  later<Props>(
    () =>
      import('./behindFirst.ts').then(
        (all) => ({ default: pick(all) }),
        (error: unknown) => {
          console.error(error)
          return { default: Nothing }
        },
      ),
    Nothing,
  )

export const StorageNotice = laterNotice((all) => all.StorageNotice)
export const UpdateOffer = laterNotice((all) => all.UpdateOffer)
export const LinkOnEnrolled = laterNotice((all) => all.LinkOnEnrolled)
export const ClockQuestion = laterNotice((all) => all.ClockQuestion)
export const TodayLine = laterNotice((all) => all.TodayLine)
