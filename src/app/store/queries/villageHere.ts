const key = 'mai-am-village'

/** The village that somebody said they stand in, until the app is closed; empty where none was said. */
export const villageHere = (): string => sessionStorage.getItem(key) ?? ''

export const standInVillage = (village: string): void => sessionStorage.setItem(key, village)
