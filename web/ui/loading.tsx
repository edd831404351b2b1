/** Says that something is on its way, but only when it takes long enough to notice. */
import { makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { words } from './words.ts'

const delayMs = 300

const useStyles = makeStyles({
  root: { display: 'flex', justifyContent: 'center', padding: '32px', minBlockSize: '40px' },
})

export const Loading = ({ label = words.loading }: { readonly label?: string | undefined }) => {
  const styles = useStyles()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delayMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className={styles.root}>{late ? <Spinner label={label} size="small" /> : null}</output>
  )
}
