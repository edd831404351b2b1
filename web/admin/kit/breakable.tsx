/** A text without spaces, such as an address, in a narrow place. */
import { createElement, Fragment } from 'react'

// After the signs of an address, and before a dot.
const piecesOf = (text: string): string[] => text.split(/(?<=[@#_/])|(?=\.)/)

/** Breaks between the parts of an address first, and within one only where that is too wide. */
export const Breakable = ({ text }: { readonly text: string }) => {
  const [first, ...others] = piecesOf(text)
  const children = others.flatMap((piece) => [createElement('wbr'), piece])
  return createElement(Fragment, null, first, ...children)
}
