import { htmlText } from './htmlText.ts'

/** What of JSON Schema our shapes come to. */
type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: { [name: string]: Schema }
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  minimum?: number
  maximum?: number
  maxLength?: number
}

/** A schema as HTML: an object as a table of its fields, anything else in a line. */
export const schemaText = (schema: object): string => {
  const { description, properties, required = [] } = schema as Schema
  const about = description === undefined ? '' : `<p>${htmlText(description)}</p>`
  if (properties === undefined) return about + lineText(schema as Schema)
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `<tr><th scope="row">${htmlText(name)}</th><td>${lineText(field)}</td><td>${required.includes(name) ? 'needed' : ''}</td></tr>`,
  )
  return `${about}<table><thead><tr><th scope="col">Field</th><th scope="col">Holds</th><th scope="col"></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const lineText = (schema: Schema): string => {
  const { $ref, anyOf, items, prefixItems, properties, additionalProperties } = schema
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    return `<a href="#shape-${htmlText(name)}">${htmlText(name)}</a>`
  }
  if (anyOf) return anyOf.map(lineText).join(' or ')
  if (schema.const !== undefined) return `<code>${htmlText(JSON.stringify(schema.const))}</code>`
  if (schema.enum) return schema.enum.map((one) => `<code>${htmlText(String(one))}</code>`).join(', ')
  if (prefixItems) return `[${prefixItems.map(lineText).join(', ')}]`
  if (items) return `list of ${lineText(items)}`
  if (properties) {
    const needed = schema.required ?? []
    const fields = Object.entries(properties).map(
      ([name, field]) => `<li><b>${htmlText(name)}</b>${needed.includes(name) ? '' : '?'}: ${lineText(field)}</li>`,
    )
    return `<ul>${fields.join('')}</ul>`
  }
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return `by name: ${lineText(additionalProperties)}`
  return plainText(schema)
}

const plainText = ({ type, pattern, minimum, maximum, maxLength }: Schema): string => {
  const limits = [
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `≥ ${minimum}` : '',
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `≤ ${maximum}` : '',
    maxLength === undefined ? '' : `≤ ${maxLength} characters`,
    pattern === undefined ? '' : `<code>${htmlText(pattern)}</code>`,
  ]
  return [htmlText([type ?? 'anything'].flat().join(' or ')), ...limits].filter((one) => one !== '').join(' ')
}
