/** A value to be copied, such as an id or an address. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  // What is said of it comes beneath where there is no room beside: its words are not broken.
  all: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 4px' },
  value: { display: 'inline-flex', alignItems: 'center', gap: '4px', minInlineSize: '0' },
  said: { overflowWrap: 'normal' },
  text: {
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  button: { flexShrink: '0' },
})

export const CopyValue = ({ name, value }: { readonly name: string; readonly value: string }) => {
  const words = useWords()
  const styles = useStyles()
  const [copied, setCopied] = useState<boolean>()
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <span className={styles.all}>
      <span className={styles.value}>
        <code className={styles.text}>{value}</code>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={copied === true ? <CheckmarkRegular /> : <CopyRegular />}
          aria-label={words.copyNamed(name)}
          onClick={() => void copy()}
        />
      </span>
      <output className={styles.said}>
        {copied === undefined ? '' : copied ? words.user.copied : words.user.notCopied}
      </output>
    </span>
  )
}
