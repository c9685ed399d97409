import type { ContributionRecorded } from '../entries/communeBodies.ts'
import type { Written } from '../household/household.ts'

/** What was recorded of money, material or labour, by whom and on which device. */
export type Contribution = Written & { body: ContributionRecorded }

/** An answer to "có phải cùng một khoản?" about two others: it says nothing of an amount and adds nothing [R-money-03]. */
export const isAnswer = ({ body }: Pick<Contribution, 'body'>): boolean => body.sameAs?.of !== undefined
