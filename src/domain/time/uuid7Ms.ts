/** When a UUIDv7 was made, ms since 1970 by the clock of the device that made it. */
export const uuid7Ms = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
