/** Asks before settings are saved that affect somebody, and says whom. */
import { Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { SettingsTrial, TriedSettings } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'
import { SettingsEffects } from './settings-effects.tsx'

type Asked = {
  readonly settings: TriedSettings
  readonly trial: SettingsTrial
  readonly answer: (yes: boolean) => void
}

type SettingsQuestion = {
  /** Whether to save them: at once where nobody is affected. */
  readonly ask: (settings: TriedSettings) => Promise<boolean>
  readonly question: ReactNode
}

/** What is wrong with settings is said by the answer to saving them, so it does not ask then. */
export const useSettingsQuestion = (): SettingsQuestion => {
  const words = useWords()
  const { graph } = useAdmin()
  const [asked, setAsked] = useState<Asked>()
  const ask = async (settings: TriedSettings): Promise<boolean> => {
    if (Object.keys(settings).length === 0) return true
    const trial = await graph.invitations.trySettings(settings).catch(() => undefined)
    if (trial === undefined || trial.counts.length === 0) return true
    return new Promise((answer) => setAsked({ settings, trial, answer }))
  }
  const answerWith = (yes: boolean): void => {
    asked?.answer(yes)
    setAsked(undefined)
  }
  const question = asked !== undefined && (
    <ConfirmDialog
      open
      title={words.collaboration.trialTitle}
      confirmLabel={words.save}
      onConfirm={() => answerWith(true)}
      onClose={() => answerWith(false)}
    >
      <Text>{words.collaboration.trialIntro}</Text>
      <SettingsEffects settings={asked.settings} trial={asked.trial} />
    </ConfirmDialog>
  )
  return { ask, question }
}
