/** In which language, and in which time zone, Guesthouse and its mails are written to me. */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { languageNames, languages } from '../../../src/words/locales.ts'
import { Card } from '../../ui/card.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { browserZone, chooseLanguage, useLocale, useShellWords } from '../../ui/words.tsx'
import { Facts } from '../facts.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  hint: { margin: '0', color: tokens.colorNeutralForeground2 },
  field: { maxInlineSize: '320px' },
})

export const LanguageCard = () => {
  const { account: words } = useWords()
  const shell = useShellWords()
  const styles = useStyles()
  const notify = useNotify()
  const { language } = useLocale()
  const [chosen, setChosen] = useState<string>(language)
  const keep = useMutation({
    mutationFn: () => chooseLanguage(chosen),
    onSuccess: () => (chosen === language ? notify(words.languageChosen) : location.reload()),
  })
  return (
    <Card title={words.language}>
      <p className={styles.hint}>{words.languageHint}</p>
      <Field label={shell.language} className={styles.field}>
        <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Facts facts={[[words.timeZone, browserZone()]]} />
      <div>
        <Button disabledFocusable={keep.isPending} onClick={() => keep.mutate()}>
          {words.save}
        </Button>
      </div>
    </Card>
  )
}
