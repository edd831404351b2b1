/** How the web apps ask the server: what is tried again. */
import { QueryClient } from '@tanstack/react-query'
import { Problem } from '../../src/client/problem.ts'

const maxRetries = 2
const staleMs = 15_000

const isPassing = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'network' || error.status >= 500)

/**
 * A client that tries again only what can pass by itself. Changes are never repeated: a person
 * decides that.
 */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Offline is one more problem to show, not a reason to wait in silence.
      queries: {
        staleTime: staleMs,
        networkMode: 'always',
        retry: (count, error) => count < maxRetries && isPassing(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
