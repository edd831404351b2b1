/** What is asked of a group before it is made or changed. */
import { operation } from './definition/operation.ts'
import { givenName } from './named.ts'

const asked = {
  displayName: { ...givenName, required: undefined, nullable: true },
  mailNickname: { is: 'nickname', nullable: true, most: 64, means: 'The mail alias.' },
  onBehalfOfUserId: { is: 'id', means: 'Who makes it.' },
} as const

export const validateGroup = operation({
  called: 'Group',
  means: 'Says by 204 that a group can be called so, by a refusal that it cannot.',
  sent: asked,
})

export const validateObject = operation({
  called: 'DirectoryObject',
  means: 'The same before there is one.',
  sent: {
    entityType: { is: 'text', words: ['Group'], means: 'What it is to be: a group.' },
    ...asked,
  },
})
