import type { Areas } from '../../../domain/place/areas.ts'

/** "bản Huồi Lê": the commune's own word comes from its data. */
export const villageWords = (areas: Areas, village: string): string =>
  [areas.byId(village)?.word ?? '', areas.title(village)].filter((text) => text !== '').join(' ')

/** "bản Huồi Lê, xã Keng Đu". */
export const whereWords = (areas: Areas, village: string): string => {
  const commune = areas.byId(village)?.parent
  return [villageWords(areas, village), commune ? villageWords(areas, commune) : '']
    .filter((text) => text !== '')
    .join(', ')
}
