import { useState } from 'react'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'

type Spoken = 'viet' | 'thai' | 'mong' | 'khomu' | 'other'

/** Kept as people here call it, whatever language the screen speaks. */
const kept: { [S in Exclude<Spoken, 'other'>]: string } = { viet: 'Việt', thai: 'Thái', mong: 'Mông', khomu: 'Khơ Mú' }

const titles: { [S in Spoken]: () => string } = {
  viet: m.spoken_viet,
  thai: m.spoken_thai,
  mong: m.spoken_mong,
  khomu: m.spoken_khomu,
  other: m.spoken_other,
}

/** The languages of these communes by a tap, any other by its name. */
export const SpokenLanguage = ({ language, change }: { language: string; change(language: string): void }) => {
  const known = (Object.keys(kept) as (keyof typeof kept)[]).find((one) => kept[one] === language)
  const [other, setOther] = useState(known === undefined && language !== '')
  const chosen: Spoken[] = other ? ['other'] : known === undefined ? [] : [known]
  const choose = (one: Spoken) => {
    setOther(one === 'other')
    change(one === 'other' ? '' : kept[one])
  }
  return (
    <>
      <Choices<Spoken>
        legend={m.visit_language()}
        options={(Object.keys(titles) as Spoken[]).map((id) => ({ id, title: titles[id]() }))}
        chosen={chosen}
        change={([one]) => one !== undefined && choose(one)}
      />
      {other && <Field label={m.spoken_which()} value={language} change={change} />}
    </>
  )
}
