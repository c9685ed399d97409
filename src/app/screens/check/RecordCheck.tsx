import { Link } from 'wouter'
import { checklistFor, checkToGoOnFrom, returnToAnswer } from '../../../domain/foundation/checkDraft.ts'
import { missingPhotos } from '../../../domain/foundation/missingPhotos.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { CheckForm } from './CheckForm.tsx'

/** A foundation check: of which build, under which checklist, and which return it answers. */
export default function RecordCheck({ id }: { id: string }) {
  const page = useBuild(id)
  const me = useMe()
  if (page === null || me === null) return <main className="screen" id="content" />
  const { build, household, checklist, photos } = page
  if (checklist === null) {
    return (
      <main className="screen" id="content">
        <Link href={household === null ? '/' : `/households/${household.id}`}>‹ {m.check_title()}</Link>
        <Notice tone="amber">{m.check_no_list()}</Notice>
      </main>
    )
  }
  return (
    <CheckForm
      build={build}
      household={household}
      inForce={checklistFor(build, { id: checklist.checklist, version: checklist.version })}
      returned={returnToAnswer(build)}
      from={checkToGoOnFrom(build, (check) => missingPhotos(checklist, check.body).length > 0)}
      photos={photos}
      today={me.today}
    />
  )
}
