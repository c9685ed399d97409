import { type Stage, stages } from '../../../../domain/entries/communeBodies.ts'
import { stageWords } from '../../../../language/codeWords.ts'
import { m } from '../../../../language/words/messages.js'
import { HouseDrawing } from '../../../../ui/HouseDrawing.tsx'
import { useHousehold } from '../../../store/queries/useHousehold.ts'
import { useMe } from '../../../store/queries/useMe.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'
import { Blank } from '../Blank.tsx'
import { Gone } from '../Gone.tsx'
import { PaperFrame } from '../PaperFrame.tsx'
import { wantedOfFamily } from './wantedOfFamily.ts'

/** How the house stands, what is still needed, whom to call. No name, no place: a finder learns nothing of anybody. */
export const FamilyCard = ({ household }: { household: string }) => {
  const page = useHousehold(household)
  const me = useMe()
  const person = usePeople().get(me?.person.id ?? '')
  const build = page?.builds.at(-1)
  const wanted = wantedOfFamily(build)
  if (page === null) return <Gone />
  const stage = build?.stage ?? 'planned'
  const next = nextStage(stage)
  return (
    <PaperFrame title={m.print_family_title()}>
      <article className="a4 paper-family">
        <p className="paper-app">{m.app_name()}</p>
        <h1>{m.print_family_title()}</h1>
        <HouseDrawing stage={stage} size={220} label={stageWords[stage]()} />
        <p>{m.print_family_now()}</p>
        <p className="paper-large">{stageWords[stage]()}</p>
        {next !== null && (
          <p>
            {m.print_family_next()}: <strong>{stageWords[next]()}</strong>
          </p>
        )}
        <section>
          <h2>{m.print_family_wanted()}</h2>
          {wanted.length === 0 && <p>{m.print_family_none()}</p>}
          <ul className="points">
            {wanted.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{m.print_family_call()}</h2>
          <p className="paper-large">{me?.person.name}</p>
          <Blank label={m.print_family_phone()} said={person?.phone ?? ''} wide />
        </section>
        <p className="paper-under">{m.print_family_found()}</p>
      </article>
    </PaperFrame>
  )
}

const nextStage = (stage: Stage): Stage | null => stages[stages.indexOf(stage) + 1] ?? null
