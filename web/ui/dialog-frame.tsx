/**
 * The frame of every dialog, on a phone with a margin around it and no wider than the window, and
 * its content, which fades at its end as long as there is more below.
 */
import {
  DialogContent,
  DialogSurface,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'

const useFrame = makeStyles({
  // A dialog that stays below is wider than a phone, and a title with a long word in it would be
  // too.
  frame: {
    boxSizing: 'border-box',
    maxWidth: 'min(600px, calc(100vw - 24px))',
    overflowWrap: 'anywhere',
    // In the words of the components, whose own width for phones would win otherwise.
    '@media screen and (max-width: 480px)': { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
  },
  // The components dim nothing beneath a dialog above a dialog.
  above: { backgroundColor: tokens.colorBackgroundOverlay },
})

type FrameProps = {
  /** Whether it stands above another dialog, which then steps back too. */
  readonly above?: boolean
  readonly children: ReactNode
}

export const DialogFrame = ({ above = false, children }: FrameProps) => {
  const styles = useFrame()
  const backdrop = above ? { backdrop: { className: styles.above } } : {}
  return (
    <DialogSurface className={styles.frame} {...backdrop}>
      {children}
    </DialogSurface>
  )
}

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    // What is higher than the window scrolls; nothing is pressed over what comes next.
    '& > *': { flexShrink: '0' },
  },
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
