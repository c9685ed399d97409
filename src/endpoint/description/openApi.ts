import type { ZodMiniType } from 'zod/mini'
import type { Asked, Said } from '../../wire/asked.ts'
import { whatCanBeAsked } from '../../wire/interface.ts'
import { bodyShapes } from '../../wire/kinds/bodyShapes.ts'
import { bodyName, jsonSchemas, nameOf, schemaRef } from '../../wire/namedShapes.ts'

export type Content = { [type: string]: { schema: object } }
export type Response = { description: string; headers?: { [name: string]: object }; content?: Content }
export type Operation = {
  summary: string
  tags: string[]
  security: { [scheme: string]: string[] }[]
  parameters?: { name: string; in: 'path' | 'header'; required: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Content }
  responses: { [status: string]: Response }
}
export type OpenApi = {
  openapi: string
  info: { title: string; version: string; description: string }
  paths: { [path: string]: { [method: string]: Operation } }
  components: { schemas: { [name: string]: object }; securitySchemes: object }
}

/** The interface as OpenAPI 3.1, made from the very shapes that requests are checked with. */
export const openApi = (unknownFields: 'open' | 'exact' = 'open'): OpenApi => {
  const paths: OpenApi['paths'] = {}
  for (const asked of whatCanBeAsked) {
    const path = paths[asked.path] ?? {}
    path[asked.method.toLowerCase()] = operation(asked)
    paths[asked.path] = path
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Mái Ấm',
      version: '1',
      description:
        'What a phone and the endpoint say to each other. The rules that shapes can’t say stand in src/wire/README.md.',
    },
    paths,
    components: { schemas: describedSchemas(unknownFields), securitySchemes: { device: signedByDevice } },
  }
}

const signedByDevice = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description: 'Device <device>.<ts>.<nonce>.<sig>; every answer carries X-Answer.',
}

const describedSchemas = (unknownFields: 'open' | 'exact'): OpenApi['components']['schemas'] => {
  const schemas = jsonSchemas(unknownFields)
  for (const kind of Object.keys(bodyShapes)) {
    const name = bodyName(kind)
    schemas[name] = { description: `Body of ${kind}.`, ...schemas[name] }
  }
  return schemas
}

const operation = ({ path, says, by, shape, type, headers = [], answers }: Asked): Operation => {
  const blanks = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const text = { type: 'string' }
  const parameters: NonNullable<Operation['parameters']> = [
    ...blanks.map((name) => ({ name, in: 'path' as const, required: true, schema: text })),
    ...headers.map((name) => ({ name, in: 'header' as const, required: false, schema: text })),
  ]
  const signed = by !== 'anybody'
  const responses = Object.entries(answers).map(([status, said]) => [status, response(said, signed)])
  const refusal: Response = {
    ...response({ says: 'A refusal: a code for programs, a sentence for people.' }, signed),
    content: { 'application/json': { schema: { $ref: schemaRef('Error') } } },
  }
  return {
    summary: says,
    tags: [by],
    security: signed ? [{ device: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(shape || type ? { requestBody: { required: shape !== undefined, content: content(shape, type) } } : {}),
    responses: { ...Object.fromEntries(responses), default: refusal },
  }
}

const response = ({ says, shape, type, headers = [] }: Said, signed: boolean): Response => {
  const names = [...headers, ...(signed ? ['X-Answer'] : [])]
  return {
    description: says,
    ...(names.length > 0
      ? { headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])) }
      : {}),
    ...(shape || type ? { content: content(shape, type) } : {}),
  }
}

const content = (shape: ZodMiniType | undefined, type = 'application/json'): Content => {
  const name = shape === undefined ? undefined : nameOf(shape)
  if (shape !== undefined && name === undefined) throw new Error('a shape of the interface has no name')
  return { [type]: { schema: name === undefined ? {} : { $ref: schemaRef(name) } } }
}
