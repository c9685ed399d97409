import { deedTroubleWords } from '../../../language/troubleWords.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { Deed } from '../../admin/useDeed.ts'
import { Waiting } from './Waiting.tsx'

/** How something that was asked of the endpoint stands; `refused`: what its refusal means here, where that is known. */
export const DeedNotice = ({ deed, refused }: { deed: Deed; refused?: string | undefined }) => {
  if (deed.at === 'idle') return null
  if (deed.at === 'doing') return <Waiting sinceMs={deed.sinceMs} />
  const words = deed.trouble === 'bad-request' && refused !== undefined ? refused : deedTroubleWords(deed.trouble)
  return <Notice tone="red">{words}</Notice>
}
