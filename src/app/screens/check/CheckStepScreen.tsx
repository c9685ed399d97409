import type { CheckStep } from '../../../domain/foundation/checkSteps.ts'
import { ItemStep } from './ItemStep.tsx'
import { PhotosStep } from './PhotosStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { SignaturesStep } from './SignaturesStep.tsx'
import type { StepProps } from './stepProps.ts'
import { VerdictStep } from './VerdictStep.tsx'

/** One file a kind of step; another kind is one more case here and in `stepsOf`. */
export const CheckStepScreen = ({ step, ...props }: StepProps & { step: CheckStep }) => {
  switch (step.kind) {
    case 'place':
      return <PlaceStep {...props} />
    case 'item':
      return <ItemStep item={step.item} {...props} />
    case 'photos':
      return <PhotosStep {...props} />
    case 'verdict':
      return <VerdictStep {...props} />
    case 'signatures':
      return <SignaturesStep {...props} />
  }
}
