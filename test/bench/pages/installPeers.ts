import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const peers = 'test/bench/peers'

/** The peers come at the bench's first run and lie beside it: nothing else knows them. */
export const installPeers = (): void => {
  if (existsSync(`${peers}/node_modules/rxdb`) && existsSync(`${peers}/node_modules/express-pouchdb`)) return
  process.stderr.write('the peers are installed once …\n')
  execFileSync('npm', ['install', '--prefix', peers, '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
