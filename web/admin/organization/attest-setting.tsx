/** Whether guests say by themselves that they still need their account (R136). */
import { useAdmin } from '../admin-context.tsx'
import { SettingSwitch } from '../kit/setting-switch.tsx'
import { useWords } from '../words.tsx'

export const AttestSetting = ({ allows }: { readonly allows: boolean }) => {
  const words = useWords().property
  const { graph } = useAdmin()
  return (
    <SettingSwitch
      label={words.attestSwitch}
      hint={words.attestHint}
      isOn={allows}
      change={(on) => graph.organization.updatePolicy({ 'guesthouse.guestsAttest': on })}
      said={(on) => (on ? words.attestAllowed : words.attestRefused)}
    />
  )
}
