import type { ComponentType } from 'react'
import { later } from '../../ui/later.tsx'

const Nothing = () => null

/** What is said over every screen comes behind the first one; a code that can't be had takes no screen with it. */
const laterNotice = <Props extends object>(bring: () => Promise<{ default: ComponentType<Props> }>) =>
  later<Props>(
    () =>
      bring().catch((error: unknown) => {
        console.error(error)
        return { default: Nothing }
      }),
    Nothing,
  )

export const StorageNotice = laterNotice(() => import('./StorageNotice.tsx'))
export const UpdateOffer = laterNotice(() => import('./UpdateOffer.tsx'))
export const LinkOnEnrolled = laterNotice(() => import('./LinkOnEnrolled.tsx'))
/** Comes when it is needed: on most phones never. */
export const ClockQuestion = laterNotice(() => import('./ClockQuestion.tsx'))
