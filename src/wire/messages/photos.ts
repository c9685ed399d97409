import * as z from 'zod/mini'
import { sha256 } from '../shapes.ts'

/** `POST /api/photos/have`: which of these pictures (at most 1000) are durable here already. */
export const haveRequest = z.object({ sha256: z.array(sha256) })
export const haveAnswer = z.object({ have: z.array(sha256) })

export const photoLimits = {
  previewBytes: 20 * 1024,
  bytes: 10 * 1024 * 1024,
  pixels: 40_000_000,
} as const

export const tiers = ['preview', 'evidence', 'original'] as const
export type Tier = (typeof tiers)[number]
