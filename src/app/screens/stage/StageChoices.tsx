import { useId } from 'react'
import { type SeenStage, type Stage, stages } from '../../../domain/entries/communeBodies.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import './stage.css'

type Props = {
  now: Stage
  chosen: SeenStage | null
  choose(stage: SeenStage): void
  treatment: boolean
  wrong: string | undefined
}

/** The houses themselves are the choices; native radio buttons underneath. */
export const StageChoices = ({ now, chosen, choose, treatment, wrong }: Props) => {
  const name = useId()
  return (
    <fieldset className="field">
      <legend>{m.stage_seen()}</legend>
      <div className="stage-choices">
        {stages.map((stage) => (
          <label className="stage-choice" key={stage}>
            <input
              type="radio"
              name={name}
              disabled={stage === 'foundation-checked'}
              checked={chosen === stage}
              onChange={() => choose(stage as SeenStage)}
            />
            <span>
              <span aria-hidden="true">
                <HouseDrawing stage={stage} treatment={treatment} size={48} label={stageWords[stage]()} />
              </span>
              <strong>{stageWords[stage]()}</strong>
              {stage === now && <span className="soft">{m.stage_now()}</span>}
            </span>
          </label>
        ))}
      </div>
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  )
}
