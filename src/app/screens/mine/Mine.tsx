import { useState } from 'react'
import { Link } from 'wouter'
import { mineText } from '../../../language/mineWords.ts'
import { m } from '../../../language/words/messages.js'
import { ShareText } from '../../../ui/ShareText.tsx'
import { passText } from '../../record/passText.ts'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useMine } from '../../store/queries/useMine.ts'
import { useVillage } from '../../store/queries/useVillage.ts'
import { standInVillage, villageHere } from '../../store/queries/villageHere.ts'
import { MineList } from './MineList.tsx'
import { VillageChoice } from './VillageChoice.tsx'
import './mine.css'

/** Chia việc: which households of a village are mine today. A suggestion for the day, not a lock. */
export default function Mine() {
  const areas = useAreas()
  const me = useMe()
  const [village, setVillage] = useState(villageHere)
  const rows = useVillage(village)
  const mine = useMine()
  const taken = rows.filter(({ id }) => mine.ids.has(id))
  const choose = (id: string) => {
    standInVillage(id)
    setVillage(id)
  }
  const about = { today: me?.today ?? '', village: areas.title(village), name: me?.person.name ?? '' }
  return (
    <main className="screen" id="content">
      <Link href="/">‹ {m.nav_today()}</Link>
      <div>
        <h1>{m.mine_title()}</h1>
        <p className="soft">{m.mine_lead()}</p>
      </div>
      <VillageChoice village={village} choose={choose} />
      {village === '' && <p>{m.mine_choose_village()}</p>}
      {rows.length > 0 && <MineList key={village} rows={rows} mine={mine} />}
      {taken.length > 0 && (
        <>
          <div>
            <h2>{m.mine_share_title()}</h2>
            <p className="soft">{m.mine_share_lead()}</p>
          </div>
          <ShareText text={mineText(taken, about)} share={passText} />
        </>
      )}
    </main>
  )
}
