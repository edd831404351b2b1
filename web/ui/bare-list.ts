/** The looks of a list without marks, one thing below the other. */
export const bareList = {
  listStyleType: 'none',
  margin: '0',
  padding: '0',
  display: 'flex',
  flexDirection: 'column',
} as const
