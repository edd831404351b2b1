/** Every address that is led to, as it stands in links, mails and redirects. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  leavePath,
  myDataPath,
  organizationPath,
  pageAddresses,
  passwordPath,
  receiptPath,
  securityDone,
  securityPath,
  signInAndReturn,
  signInBy,
} from './page-address.ts'

test('addresses of pages are what they were: links in mails stay good', () => {
  assert.deepEqual(
    [
      ...Object.values(pageAddresses),
      organizationPath('7'),
      organizationPath('7', 'ask'),
      leavePath('fabrikam.example'),
      receiptPath('r'),
      receiptPath('r', 'c-1'),
      myDataPath('7'),
      myDataPath('7', 'json'),
      signInAndReturn('/leave?o=1&o=2'),
      signInAndReturn('/security', true),
      signInBy('provider', '/', { provider: 'p' }),
      securityPath('removePasskey', '7'),
      securityDone('sessionEnded'),
      passwordPath('/profile'),
    ],
    [
      '/organizations',
      '/leave',
      '/receipts',
      '/my-data',
      '/sign-in',
      '/guests',
      '/profile',
      '/security',
      '/password',
      '/language',
      '/ask-removal',
      '/demo',
      '/organizations/7',
      '/organizations/7/ask',
      '/leave/fabrikam.example',
      '/receipts/r',
      '/receipts/r?code=c-1',
      '/my-data/7',
      '/my-data/7/json',
      '/sign-in?return=%2Fleave%3Fo%3D1%26o%3D2',
      '/sign-in?again=1&return=%2Fsecurity',
      '/sign-in/provider?provider=p&return=%2F',
      '/security/passkeys/7/remove',
      '/security?done=sessionEnded',
      '/password?return=%2Fprofile',
    ],
  )
})
