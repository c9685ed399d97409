import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'

/** Without any pack the houses stand on bare paper; how a map comes is said. */
export const NoPacks = () => (
  <section className="card map-card" aria-labelledby="no-packs">
    <h2 id="no-packs">{m.map_packs_none()}</h2>
    <p className="soft">{m.map_packs_none_do()}</p>
    <Link className="button" href="/take-along">
      {m.map_packs_take()}
    </Link>
  </section>
)
