/** The district of every world, and its communes. */
export const district = '40-417'
export const communes: readonly string[] = ['40-417-16822', '40-417-16816', '40-417-16831', '40-417-16834']
