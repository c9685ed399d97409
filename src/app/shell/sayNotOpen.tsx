import type { Root } from 'react-dom/client'
import { Stumble } from './Stumble.tsx'

/** Draws why the storage is not open; its words come only then. Where they can't be had, the error itself is said. */
export const sayNotOpen = async (root: Root, why: 'failed' | 'blocked', still: () => boolean): Promise<void> => {
  try {
    const { default: OpenFailed } = await import('./OpenFailed.tsx')
    if (still()) root.render(<OpenFailed why={why} />)
  } catch (error) {
    if (still())
      root.render(
        <Stumble>
          <Thrown error={error} />
        </Stumble>,
      )
  }
}

const Thrown = ({ error }: { error: unknown }) => {
  throw error
}
