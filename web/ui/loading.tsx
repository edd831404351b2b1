/** Says that something is on its way, but only when it takes long enough to notice. */
import { makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useShellWords } from './words.tsx'

const delayMs = 300

const useStyles = makeStyles({
  root: { display: 'flex', justifyContent: 'center', padding: '32px', minBlockSize: '40px' },
})

export const Loading = ({ label }: { readonly label?: string | undefined }) => {
  const words = useShellWords()
  const styles = useStyles()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delayMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className={styles.root}>
      {late ? <Spinner label={label ?? words.loading} size="small" /> : null}
    </output>
  )
}
