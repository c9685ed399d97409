/** Day, time and counts, no names: whoever finds the memory card learns nothing. Local time, as the phone shows it. */
export const backupName = (ms: number, entries: number, photos: number): string => {
  const made = new Date(ms)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())}`
  return `mai-am-${day}-${two(made.getHours())}${two(made.getMinutes())}-${entries}-ghi-chep-${photos}-anh.maiam`
}
