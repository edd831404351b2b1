/** The content of a dialog, which fades at its end as long as there is more below. */
import { DialogContent, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  more: { maskImage: 'linear-gradient(to bottom, black calc(100% - 48px), transparent)' },
  // Takes no room: it is there to be seen, or not.
  end: { flexShrink: '0', blockSize: '1px', marginBlockStart: '-13px' },
})

type Props = {
  readonly className?: string
  /** 0 where nothing in it takes the focus, so that the keyboard can scroll it. */
  readonly tabIndex?: 0
  readonly children: ReactNode
}

export const ScrollingContent = ({ className, children, ...props }: Props) => {
  const styles = useStyles()
  const end = useRef<HTMLDivElement>(null)
  const [hasMore, setHasMore] = useState(false)
  useEffect(() => {
    const element = end.current
    if (element === null) return undefined
    const watch = new IntersectionObserver(
      (entries) => setHasMore(entries.at(-1)?.isIntersecting === false),
      { root: element.parentElement },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <DialogContent
      {...props}
      className={mergeClasses(styles.content, className, hasMore && styles.more)}
    >
      {children}
      <div ref={end} className={styles.end} />
    </DialogContent>
  )
}
