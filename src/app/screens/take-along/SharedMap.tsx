import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'

/** A map from the phone's share sheet waits: what it is, and the two things that can become of it. */
export const SharedMap = ({ file, take, drop }: { file: File; take(): void; drop(): void }) => (
  <div className="stack tight">
    <h3>{m.map_shared()}</h3>
    <strong className="shared-name">{m.map_shared_file({ name: file.name, size: bytesWords(file.size) })}</strong>
    <p className="soft">{m.map_shared_safe()}</p>
    <div className="side-by-side">
      <button type="button" className="button" onClick={drop}>
        {m.map_shared_drop()}
      </button>
      <button type="button" className="button main" onClick={take}>
        {m.map_shared_take()}
      </button>
    </div>
  </div>
)
