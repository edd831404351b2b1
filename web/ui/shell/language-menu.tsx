/**
 * The choice of a language in the menu of a person. The server keeps it, and writes the next page
 * in it.
 */
import {
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { LocalLanguageRegular } from '@fluentui/react-icons'
import { languageNames } from '../../../src/words/locales.ts'
import { chooseLanguage, useAppLanguages, useLocale, useShellWords } from '../words.tsx'

export const LanguageMenu = () => {
  const words = useShellWords()
  const { language } = useLocale()
  const languages = useAppLanguages()
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        if (chosen !== undefined && chosen !== language)
          void chooseLanguage(chosen).then(() => location.reload())
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={<LocalLanguageRegular />}>{words.language}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((one) => (
            <MenuItemRadio key={one} name="language" value={one} lang={one}>
              {languageNames[one]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
