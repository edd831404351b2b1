/** Shapes that all of the account API has in common. */
import { z } from 'zod'

export const instant = z.iso
  .datetime({ offset: false })
  .meta({ description: 'UTC, for example 2026-11-23T20:15:00.000Z' })

export const id = z.uuid()
