/**
 * Chooses the organization whose apps are shown: a menu, or a field to type in when there are too
 * many for one.
 */
import {
  Button,
  Combobox,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItemLink,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
} from '@fluentui/react-components'
import { BuildingRegular, ChevronDownRegular, PersonRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'
import type { AccountOrganization } from '../../../src/wire/account.ts'
import { matchesOrganization } from './matching.ts'
import { useWords } from '../words.tsx'
import { useShellWords } from '../../ui/words.tsx'

const mostInMenu = 20
const mostOptions = 50

const useStyles = makeStyles({
  button: { maxInlineSize: '100%', minInlineSize: '0', gap: '4px' },
  label: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxInlineSize: '30ch',
  },
  popover: { maxInlineSize: 'min(440px, calc(100vw - 24px))' },
  list: { maxBlockSize: '60vh', overflowY: 'auto' },
  combobox: { minInlineSize: '0', inlineSize: '260px', maxInlineSize: '100%' },
})

type Props = {
  readonly choices: readonly AccountOrganization[]
  readonly chosen: AccountOrganization
  readonly onChoose: (id: string) => void
}

const AccountItem = () => {
  const shared = useShellWords()
  return (
    <MenuItemLink
      href={useHref('/profile')}
      icon={<PersonRegular />}
      onClick={useLinkClickHandler<HTMLAnchorElement>('/profile')}
    >
      {shared.viewAccount}
    </MenuItemLink>
  )
}

const ChooserMenu = ({ choices, chosen, onChoose }: Props) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ organization: [chosen.id] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const [id] = checkedItems
        if (id !== undefined) onChoose(id)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          icon={<BuildingRegular />}
          aria-label={words.apps.chooseOrganization(chosen.displayName)}
        >
          <span className={styles.label}>{chosen.displayName}</span>
          <ChevronDownRegular aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList className={styles.list}>
          {choices.map(({ id, displayName, domain }) => (
            <MenuItemRadio key={id} name="organization" value={id} secondaryContent={domain}>
              {displayName}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <AccountItem />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

const ChooserField = ({ choices, chosen, onChoose }: Props) => {
  const words = useWords()
  const shared = useShellWords()
  const styles = useStyles()
  const [typed, setTyped] = useState<string>()
  const found =
    typed === undefined ? choices : choices.filter((choice) => matchesOrganization(choice, typed))
  return (
    <Combobox
      className={styles.combobox}
      inlinePopup
      expandIcon={{ 'aria-label': shared.openList }}
      aria-label={words.apps.organization}
      value={typed ?? chosen.displayName}
      selectedOptions={[chosen.id]}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        // Undefined says only that the typed text is no option's name yet.
        if (optionValue === undefined) return
        setTyped(undefined)
        onChoose(optionValue)
      }}
      // What was typed is for this search only.
      onOpenChange={(_, { open }) => {
        if (!open) setTyped(undefined)
      }}
    >
      {found.slice(0, mostOptions).map(({ id, displayName, domain }) => (
        <Option key={id} value={id} text={displayName}>
          {domain === null ? displayName : `${displayName} · ${domain}`}
        </Option>
      ))}
    </Combobox>
  )
}

export const OrganizationChooser = (props: Props) =>
  props.choices.length > mostInMenu ? <ChooserField {...props} /> : <ChooserMenu {...props} />
