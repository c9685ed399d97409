import type { PhoneTried } from '../../../domain/try-phone/phoneTried.ts'

export type StepProps = { tried: PhoneTried }
