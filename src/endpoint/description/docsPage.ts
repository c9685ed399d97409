import { htmlText } from './htmlText.ts'
import type { OpenApi, Operation, Response } from './openApi.ts'
import { schemaText } from './schemaText.ts'

/** The interface to read: plain HTML with a stylesheet of its own, so that the strict CSP holds here too. */
export const docsPage = ({ info, paths, components }: OpenApi): string => {
  const asked = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const schemas = Object.entries(components.schemas)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(info.title)}: the interface, version ${htmlText(info.version)}</title>
<link rel="icon" href="/icons/icon.svg">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header>
<h1>${htmlText(info.title)}: the interface</h1>
<p>${htmlText(info.description)} For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
</header>
<main>
<nav aria-label="What can be asked"><ul>
${asked.map(({ path, method }) => `<li><a href="#${anchor(method, path)}"><b>${method}</b> ${htmlText(path)}</a></li>`).join('\n')}
</ul></nav>
${asked.map(operationSection).join('\n')}
<h2 id="shapes">Shapes</h2>
${schemas.map(([name, schema]) => `<section id="shape-${htmlText(name)}"><h3>${htmlText(name)}</h3>\n${schemaText(schema)}</section>`).join('\n')}
</main>
</body>
</html>
`
}

const anchor = (method: string, path: string): string => `${method}-${path.replace(/[^a-zA-Z0-9]+/g, '-')}`

const operationSection = ({ path, method, operation }: { path: string; method: string; operation: Operation }) => {
  const { summary, tags, parameters = [], requestBody, responses } = operation
  const headers = parameters.filter((one) => one.in === 'header').map(({ name }) => name)
  return `<section id="${anchor(method, path)}">
<h2><b>${method}</b> ${htmlText(path)}</h2>
<p>${htmlText(summary)} <span>Asked by ${htmlText(tags.join(', '))}.</span></p>
${requestBody ? `<p>Body: ${bodyText(requestBody)}</p>` : ''}
${headers.length > 0 ? `<p>Headers: ${headers.map(htmlText).join(', ')}</p>` : ''}
<table>
<thead><tr><th scope="col">Answer</th><th scope="col">Means</th><th scope="col">Body</th><th scope="col">Headers</th></tr></thead>
<tbody>
${Object.entries(responses).map(responseRow).join('\n')}
</tbody>
</table>
</section>`
}

const responseRow = ([status, response]: [string, Response]): string =>
  `<tr><th scope="row">${status === 'default' ? 'else' : htmlText(status)}</th><td>${htmlText(response.description)}</td><td>${bodyText(response)}</td><td>${Object.keys(
    response.headers ?? {},
  )
    .map(htmlText)
    .join(', ')}</td></tr>`

const bodyText = ({ content = {} }: Pick<Response, 'content'>): string =>
  Object.entries(content)
    .map(([type, { schema }]) => (Object.keys(schema).length === 0 ? htmlText(type) : schemaText(schema)))
    .join(', ')
