/** One line a figure: `name: value unit (aim …)`. */
export const say = (name: string, value: number, unit: string, aim?: string): void => {
  const digits = (unit === 'ms' && value < 10) || unit.startsWith('KB') ? 1 : 0
  process.stdout.write(`${name}: ${value.toFixed(digits)} ${unit}${aim === undefined ? '' : ` (aim ${aim})`}\n`)
}

export const sayTimes = (name: string, times: readonly number[], aim?: string): void => {
  say(`${name}, p50 of ${times.length}`, at(times, 0.5), 'ms', aim)
  say(`${name}, p95 of ${times.length}`, at(times, 0.95), 'ms', aim)
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
