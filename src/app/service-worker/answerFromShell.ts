import { type ShellFile, shellName } from './shellFiles.ts'

/** Whether the shell answers: the network's interface is never kept. */
export const isOfShell = (request: Request): boolean => {
  const url = new URL(request.url)
  return request.method === 'GET' && url.origin === location.origin && !url.pathname.startsWith('/api/')
}

/** A page opens in this version; what an older tab still asks for comes from the version it runs, else from the network. */
export const answerFromShell = async (request: Request, files: readonly ShellFile[]): Promise<Response> => {
  const asked = request.mode === 'navigate' ? '/index.html' : request
  const mine = await caches.match(asked, { cacheName: await shellName(files), ignoreVary: true })
  return (
    mine ??
    (request.mode === 'navigate' ? undefined : await caches.match(request, { ignoreVary: true })) ??
    fetch(request)
  )
}
