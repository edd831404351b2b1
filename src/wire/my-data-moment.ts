/** An instant, as the copy of my data writes it. */
import { z } from 'zod'

export const moment = z.iso
  .datetime({ offset: true })
  .meta({ description: 'With an offset, for example 2026-11-23T20:15:00.000+00:00' })
