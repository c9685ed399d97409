import type * as z from 'zod/mini'

type Fits = (value: unknown) => boolean

/**
 * True only where the shape would take the value (JSON’s); false says nothing. Zod builds every object anew and gathers what
 * is wrong while it looks; of what is well formed, which is nearly all, nobody asks (decision 60). A part of a shape that
 * isn’t known here never fits.
 */
export const surelyFits = (shape: z.core.$ZodType): Fits => {
  const { def } = (shape as z.core.$ZodTypes)._zod
  const checks = (def.checks ?? []).map(checkOf)
  const base = baseOf(def)
  if (checks.length === 0) return base
  return (value) => base(value) && checks.every((check) => check(value))
}

const checkOf = (check: z.core.$ZodCheck<never>): Fits => {
  const { def } = (check as unknown as z.core.$ZodChecks)._zod
  switch (def.check) {
    case 'string_format': {
      const { pattern } = def
      return def.format === 'regex' && pattern !== undefined && !pattern.global && !pattern.sticky
        ? (value) => pattern.test(value as string)
        : never
    }
    case 'max_length':
      return (value) => (value as string).length <= def.maximum
    case 'min_length':
      return (value) => (value as string).length >= def.minimum
    case 'greater_than':
      return (value) => (def.inclusive ? (value as number) >= Number(def.value) : (value as number) > Number(def.value))
    case 'less_than':
      return (value) => (def.inclusive ? (value as number) <= Number(def.value) : (value as number) < Number(def.value))
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : never
    default:
      return never
  }
}

const never: Fits = () => false

const baseOf = (def: z.core.$ZodTypes['_zod']['def']): Fits => {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string'
    case 'number':
      return Number.isFinite
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'unknown':
      return (value) => value !== undefined
    case 'literal':
      return isOneOf(def.values)
    case 'enum':
      return isOneOf(Object.values(def.entries))
    case 'optional':
      return orElse(undefined, surelyFits(def.innerType))
    case 'nullable':
      return orElse(null, surelyFits(def.innerType))
    case 'array': {
      const element = surelyFits(def.element)
      return (value) => Array.isArray(value) && value.every(element)
    }
    case 'union': {
      const options = def.options.map(surelyFits)
      return (value) => options.some((option) => option(value))
    }
    case 'object':
      return objectFits(def)
    case 'record':
      return recordFits(def)
    default:
      return never
  }
}

const isOneOf = (values: readonly unknown[]): Fits => {
  const set = new Set(values)
  return (value) => set.has(value)
}

const orElse =
  (absent: null | undefined, fits: Fits): Fits =>
  (value) =>
    value === absent || fits(value)

const objectFits = ({ shape, catchall }: z.core.$ZodObjectDef): Fits => {
  const fields = Object.entries(shape).map(([key, field]) => ({ key, fits: surelyFits(field) }))
  const rest = catchall === undefined || catchall._zod.def.type === 'unknown' ? null : surelyFits(catchall)
  const keys = new Set(Object.keys(shape))
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const object = value as { [key: string]: unknown }
    for (const { key, fits } of fields) if (!fits(object[key])) return false
    if (rest === null) return true
    for (const key of Object.keys(object)) if (!keys.has(key) && !rest(object[key])) return false
    return true
  }
}

const recordFits = ({ keyType, valueType }: z.core.$ZodRecordDef): Fits => {
  const { type, checks = [] } = keyType._zod.def
  const fits = surelyFits(valueType)
  if (type !== 'string' || checks.length > 0) return never
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(fits)
}
