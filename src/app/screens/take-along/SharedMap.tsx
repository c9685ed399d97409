import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'

/** A map from the phone's share sheet waits: what it is, and the two things that can become of it. */
export const SharedMap = ({ file, idle, take, drop }: { file: File; idle: boolean; take(): void; drop(): void }) => (
  <section className="card" aria-labelledby="shared-map">
    <h2 id="shared-map">{m.map_shared()}</h2>
    <strong>{m.map_shared_file({ name: file.name, size: bytesWords(file.size) })}</strong>
    <p className="soft">{m.map_shared_safe()}</p>
    <div className="side-by-side">
      <button type="button" className="button main" disabled={!idle} onClick={take}>
        {m.map_shared_take()}
      </button>
      <button type="button" className="button" disabled={!idle} onClick={drop}>
        {m.map_shared_drop()}
      </button>
    </div>
  </section>
)
