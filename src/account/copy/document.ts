/**
 * The copy of my data in one organization as a page to read, with the same as JSON in it: for the
 * browser, and as a file that needs nothing else.
 */
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Reader } from '../../pages/reader.ts'
import {
  personSections,
  tieSections,
  userSections,
  type ListName,
  type MyData,
} from '../../wire/my-data.ts'
import { copiedProperties, isForPrograms, keptOfUser } from '../../wire/my-data-user.ts'
import { saysOf, saysOfUser } from './codes.ts'
import { factsOf, type Facts } from './facts.ts'

/** The most events that are written out; the JSON has all of them. */
const shownEvents = 200

const listNames: readonly ListName[] = [
  ...tieSections,
  ...userSections,
  ...personSections,
  'events',
]

/** What each property of the user is called. */
const userLabels = ({ copy, userProperties }: Reader['words']): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...keptOfUser.map((name) => [name, copy.user[name]] as const),
    ...copiedProperties.entries().map(([name, of]) => [name, userProperties[of]] as const),
  ])

const forPeople = (user: object): object =>
  Object.fromEntries(Object.entries(user).filter(([name]) => !isForPrograms(name)))

type OneUser = Omit<MyData, 'copiedAt' | 'organization' | 'earlier'>

const factList = (facts: Facts): Html =>
  html`<dl class="facts">
    ${facts.map(
      ({ label, value }) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`

const section = (name: ListName, all: readonly object[], reader: Reader): Html => {
  const { copy: words } = reader.words
  const shown = name === 'events' ? all.slice(0, shownEvents) : all
  const rest = all.length - shown.length
  return html`<section class="card">
    <h3>${words.sections[name]}</h3>
    <ul class="copied">
      ${shown.map((row) => html`<li>${factList(factsOf(row, words.properties, reader, saysOf(name, reader)))}</li>`)}
    </ul>
    ${rest > 0 ? html`<p>${words.restInJson(rest)}</p>` : ''}
  </section>`
}

const oneUser = (user: OneUser, title: string, reader: Reader): Html => {
  const { copy: words } = reader.words
  const filled = listNames.filter((name) => user[name].length > 0)
  const empty = listNames.filter((name) => user[name].length === 0)
  return html`<h2>${title}</h2>
    <div class="card">
      ${factList(factsOf(forPeople(user.user), userLabels(reader.words), reader, saysOfUser(reader)))}
    </div>
    ${filled.map((name) => section(name, user[name], reader))}
    ${user.moreEvents ? html`<p>${words.moreEvents}</p>` : ''}
    ${
      empty.length === 0
        ? ''
        : html`<p>
            ${words.nothingOf(reader.speech.list(empty.map((name) => words.sections[name])))}
          </p>`
    }`
}

/** The copy in words, and as JSON at its end. */
export const copyContent = (copy: MyData, reader: Reader): Html => {
  const { words, speech } = reader
  return html`<div class="copy">
    <p class="quiet">
      ${words.copy.copiedAt(speech.time(copy.copiedAt))} ${words.copy.othersAreIds}
    </p>
    ${oneUser(copy, words.copy.account, reader)}
    ${copy.earlier.map((user) => oneUser(user, words.copy.earlierAccount, reader))}
    <details>
      <summary>${words.copy.asJson}</summary>
      <pre dir="ltr" lang="en" tabindex="0">${JSON.stringify(copy, null, 2)}</pre>
    </details>
  </div>`
}
