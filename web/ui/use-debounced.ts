/** What is typed, once typing pauses. */
import { useEffect, useState } from 'react'

/** `value` as it was when it last stood still for `ms` milliseconds. */
export const useDebounced = <T>(value: T, ms = 250): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
