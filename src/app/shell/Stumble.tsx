import { Component, type ReactNode } from 'react'
import { m } from '../../language/words/messages.js'

/** A screen that fails says so, and what is safe; the places stay, so that one can go elsewhere. */
export class Stumble extends Component<{ children: ReactNode }, { failed: Error | null }> {
  override state: { failed: Error | null } = { failed: null }

  static getDerivedStateFromError(failed: Error): { failed: Error } {
    return { failed }
  }

  override render(): ReactNode {
    const { failed } = this.state
    if (failed === null) return this.props.children
    return (
      <main className="screen" id="content">
        <h1>{m.stumble_title()}</h1>
        <p>{m.stumble_safe({ what: failed.message })}</p>
        <button type="button" className="button main" onClick={() => location.reload()}>
          {m.stumble_again()}
        </button>
      </main>
    )
  }
}
