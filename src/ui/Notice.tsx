import type { ReactNode } from 'react'

export type Tone = 'indigo' | 'leaf' | 'amber' | 'red'

/** What a person must know now, read out by a screen reader. */
export const Notice = ({ tone = 'indigo', children }: { tone?: Tone; children: ReactNode }) => (
  <p className={`notice ${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
    {children}
  </p>
)
