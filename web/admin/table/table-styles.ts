/** The looks of tables: rows in a line, or cards on a narrow screen. */
import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 719px)'

export const useTableStyles = makeStyles({
  empty: { display: 'block' },
  changing: { opacity: 0.6 },
  header: { [narrow]: { display: 'none' } },
  row: {
    // The own colour of the rows under a pointer leaves too little contrast to links in the dark.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':active': { backgroundColor: tokens.colorNeutralBackground2 },
    [narrow]: {
      position: 'relative',
      flexDirection: 'column',
      alignItems: 'stretch',
      paddingBlock: tokens.spacingVerticalS,
    },
  },
  tick: {
    flexGrow: 0,
    flexShrink: 0,
    flexBasis: '44px',
    [narrow]: {
      position: 'absolute',
      zIndex: 1,
      insetInlineStart: 0,
      insetBlockStart: tokens.spacingVerticalS,
      inlineSize: '44px',
      minHeight: '44px',
    },
  },
  cell: {
    overflowWrap: 'anywhere',
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(6rem, 1fr) 2fr',
      columnGap: tokens.spacingHorizontalM,
      minHeight: '32px',
      flexBasis: 'auto',
      '::before': {
        content: 'attr(data-label)',
        color: tokens.colorNeutralForeground3,
        fontSize: tokens.fontSizeBase200,
      },
    },
  },
  /** What a card is about stands above all else, without a name before it. */
  title: {
    [narrow]: {
      gridTemplateColumns: '1fr',
      minHeight: '44px',
      fontSize: tokens.fontSizeBase400,
      fontWeight: tokens.fontWeightSemibold,
      '::before': { display: 'none' },
    },
  },
  ticked: { [narrow]: { paddingInlineStart: '44px' } },
  content: { minWidth: 0, paddingBlock: tokens.spacingVerticalXS },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
  },
  shown: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  sort: { display: 'none', [narrow]: { display: 'block' } },
})
