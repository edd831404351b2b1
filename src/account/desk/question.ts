/**
 * A question before something is done: what it is about, and a button that does it beside one that
 * does not. With script it stands in a dialog above the page that led to it.
 */
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import { readerOf } from '../../pages/reader.ts'
import type { ShellWords } from '../../words/en/shell.ts'
import type { Exchange } from '../exchange.ts'
import { backField } from './way-back.ts'

export type Question = {
  readonly title: string
  readonly content: Html
  /** Undefined where there is nothing to be done but to go back. */
  readonly confirm: string | undefined
  /** It ends something. */
  readonly ends?: boolean
  readonly action: string
  readonly back: string
}

/** What the script asks before what was entered is lost; without script nothing is asked. */
const beforeLeaving = ({ discard }: ShellWords): Html =>
  html`<template data-discard>
    <h1 id="discard">${discard.title}</h1>
    <p id="discarded">${discard.text}</p>
    <p class="acts decide">
      <button type="button" class="ends" data-leave>${discard.confirm}</button>
      <button type="button" data-keep autofocus>${discard.keep}</button>
    </p>
  </template>`

/** The question as a page's content. The focus is on what changes nothing. */
export const question = (
  x: Exchange,
  { title, content, confirm, ends = false, action, back }: Question,
): Html => {
  const { shell, desk } = readerOf(x.c).words
  const cancel = html`<a class="button" href="${back}" data-cancel autofocus
    >${confirm === undefined ? desk.back : shell.cancel}</a
  >`
  return html`<form method="post" action="${action}" class="card question">
    <h1>${title}</h1>
    ${content} ${backField(back)} ${confirm === undefined ? '' : beforeLeaving(shell)}
    <p class="acts decide">
      ${confirm === undefined ? '' : html`<button class="${ends ? 'ends' : 'do'}">${confirm}</button>`}
      ${cancel}
    </p>
  </form>`
}
