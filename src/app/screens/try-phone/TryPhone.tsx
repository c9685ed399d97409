import { Link } from 'wouter'
import {
  beginTrying,
  type PhoneTried,
  type TryStep,
  tryStepOf,
  trySteps,
} from '../../../domain/try-phone/phoneTried.ts'
import { numberWords } from '../../../language/locale.ts'
import { tryStepWords } from '../../../language/tryPhoneWords.ts'
import { m } from '../../../language/words/messages.js'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { usePhoneTried } from '../../store/queries/usePhoneTried.ts'
import { FileStep } from './FileStep.tsx'
import { KeepStep } from './KeepStep.tsx'
import { PictureStep } from './PictureStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { StopsStep } from './StopsStep.tsx'
import type { StepProps } from './stepProps.ts'
import { TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'
import { WritesStep } from './WritesStep.tsx'
import './try-phone.css'

/** A real phone tried out by a person, step by step; where they are outlives each stop. */
export default function TryPhone() {
  const { tried } = usePhoneTried()
  return (
    <main className="screen" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      <h1>{m.tryphone_title()}</h1>
      {tried === null && <Begin />}
      {tried && <Going tried={tried} />}
    </main>
  )
}

const Begin = () => {
  const { device } = useStore()
  const { change } = usePhoneTried()
  const { act, failed } = useDoing()
  return (
    <>
      <p>{m.tryphone_lead()}</p>
      <ol className="points">
        {trySteps.map((step) => (
          <li key={step}>{tryStepWords[step]()}</li>
        ))}
      </ol>
      <p className="soft">{m.tryphone_need()}</p>
      <p className="soft">{m.tryphone_loses()}</p>
      <TryFoot failed={failed}>
        <button
          type="button"
          className="button main wide"
          onClick={() => act(() => change((tried) => tried ?? beginTrying(device.nowMs())))}
        >
          {m.tryphone_begin()}
        </button>
      </TryFoot>
    </>
  )
}

const Going = ({ tried }: { tried: PhoneTried }) => {
  const step = tryStepOf(tried)
  if (step === null) return <ResultStep tried={tried} />
  const Step = screens[step]
  return (
    <>
      <div>
        <p className="soft">
          {m.tryphone_step({ at: numberWords(trySteps.indexOf(step) + 1), of: numberWords(trySteps.length) })}
        </p>
        <h2>{tryStepWords[step]()}</h2>
      </div>
      <Step key={step} tried={tried} />
    </>
  )
}

const screens: { [Step in TryStep]: (props: StepProps) => React.ReactNode } = {
  keep: KeepStep,
  writes: WritesStep,
  picture: PictureStep,
  stops: StopsStep,
  file: FileStep,
}
