import type { ReactNode } from 'react'
import type { Tone } from './Notice.tsx'

export const Tag = ({ tone = 'indigo', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag ${tone}`}>{children}</span>
)
