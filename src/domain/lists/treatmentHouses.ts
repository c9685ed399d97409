import type { BookState } from '../book/bookState.ts'
import { buildsFor } from '../build/buildView.ts'
import { stationsOf } from '../station/stationView.ts'
import type { TreatmentCounts } from './boardGroups.ts'

/** Treatment houses of a commune's medical stations [R-board-02]; finished from *hoàn thành* on. */
export const treatmentHouses = (state: BookState): TreatmentCounts => {
  const houses = stationsOf(state)
    .flatMap(({ id }) => buildsFor(state, id))
    .filter(({ fields }) => fields.type === 'treatment-house')
  const finished = houses.filter(({ stage }) => stage === 'completed' || stage === 'handed-over')
  return { houses: houses.length, finished: finished.length }
}
