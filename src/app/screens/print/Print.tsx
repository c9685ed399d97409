import { BlankSheet } from './blank/BlankSheet.tsx'
import { CheckSheet } from './check/CheckSheet.tsx'
import { FamilyCard } from './family/FamilyCard.tsx'
import { PrintChoices } from './PrintChoices.tsx'
import { VillageSheet } from './village/VillageSheet.tsx'
import { VisitSheet } from './visit/VisitSheet.tsx'
import './print.css'

/** What can be printed, each at its own address; `id` is the village's, build's, check's, visit's or household's. */
export default function Print({ sheet, id }: { sheet: string; id: string }) {
  if (sheet === 'village') return <VillageSheet key={id} village={id} />
  if (sheet === 'blank') return <BlankSheet key={id} build={id} />
  if (sheet === 'check') return <CheckSheet key={id} entry={id} />
  if (sheet === 'visit') return <VisitSheet key={id} entry={id} />
  if (sheet === 'family') return <FamilyCard key={id} household={id} />
  return <PrintChoices />
}
