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

const behind = () => import('./behindFirst.ts')

export const StorageNotice = laterNotice(async () => ({ default: (await behind()).StorageNotice }))
export const UpdateOffer = laterNotice(async () => ({ default: (await behind()).UpdateOffer }))
export const LinkOnEnrolled = laterNotice(async () => ({ default: (await behind()).LinkOnEnrolled }))
export const ClockQuestion = laterNotice(async () => ({ default: (await behind()).ClockQuestion }))
export const TodayLine = laterNotice(async () => ({ default: (await behind()).TodayLine }))
