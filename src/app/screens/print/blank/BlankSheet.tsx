import { chosenWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { useAbout } from '../../../store/queries/useAbout.ts'
import { useAreas } from '../../../store/queries/useAreas.ts'
import { useBuild } from '../../../store/queries/useBuild.ts'
import { useChecklistInForce } from '../../../store/queries/useChecklistInForce.ts'
import { Gone } from '../Gone.tsx'
import { PaperFrame } from '../PaperFrame.tsx'
import { whereWords } from '../villageWords.ts'
import { BlankMeasures } from './BlankMeasures.tsx'
import { BlankSignatures } from './BlankSignatures.tsx'

const sittings = ['before-concrete', 'done'] as const

/**
 * The check on paper, for a phone that drowned: a sheet for each sitting, measures on its front, signatures on its back.
 * The front can be photographed when it is copied; the back, where a fingerprint may stand, is not (decision 37).
 */
export const BlankSheet = ({ build }: { build: string }) => {
  const areas = useAreas()
  const checklist = useChecklistInForce()
  const page = useBuild(build)
  const { title: owner } = useAbout(page?.build.book ?? '', build)
  if (checklist === null || (build !== '' && page === null)) return <Gone />
  const whose = { name: owner, where: page?.household ? whereWords(areas, page.household.fields.village) : '' }
  return (
    <PaperFrame title={`${chosenWords(checklist.title)}: ${m.print_blank_section().toLowerCase()}`}>
      {sittings.map((sitting) => (
        <article key={sitting} className="a4">
          <BlankMeasures checklist={checklist} sitting={sitting} whose={whose} />
          <BlankSignatures checklist={checklist} sitting={sitting} whose={whose} />
        </article>
      ))}
    </PaperFrame>
  )
}
