/**
 * A form that is sent: its fields, and the change it makes. What is wrong stands beside its field,
 * and the focus goes to the first that is; what the server says about a field too.
 */
import type { FormEvent } from 'react'
import {
  useForm,
  type Control,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form'
import { Problem, type DetailCode } from '../../../src/client/problem.ts'
import { useSaidOfField } from '../../ui/problem.tsx'
import { useChange, type After } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'
import { useUnsaved } from './unsaved.tsx'

type Point = {
  readonly code: DetailCode
  readonly message: string
  readonly target: string
  readonly value?: unknown
}

const isPoint = (one: unknown): one is Point =>
  typeof one === 'object' &&
  one !== null &&
  ['code', 'message', 'target'].every(
    (name) => typeof (one as Record<string, unknown>)[name] === 'string',
  )

/** What the server says of single properties. */
const pointsOf = (error: unknown): Point[] => {
  const details = error instanceof Problem ? error.details['details'] : undefined
  return Array.isArray(details) ? details.filter(isPoint) : []
}

/** What a dialog or a page has to know of a form to show it. */
export type Shown = {
  readonly submit: (event: FormEvent) => void
  readonly busy: boolean
  /** What refused it and stands beside no field. */
  readonly problem: unknown
}

export type SentForm<V extends FieldValues, R> = Shown & {
  readonly control: Control<V>
  /** Whether anything in it was changed. */
  readonly isChanged: boolean
  readonly setValue: UseFormReturn<V>['setValue']
  readonly watch: UseFormReturn<V>['watch']
  /** Does this where nothing in it is wrong; else the fields say what is, as before sending. */
  readonly whereRight: (act: () => void) => void
  readonly error: Error | null
  readonly answer: R | undefined
}

type Targets<V extends FieldValues> = Readonly<Record<string, FieldPath<V>>>

type Options<V extends FieldValues, R> = After<V, R> & {
  readonly values: DefaultValues<V>
  /** `before`: what stood in the form before anything was typed, whatever is known by now. */
  readonly send: (given: V, before: V) => Promise<R>
  /** Asked before it is sent; where it says no, nothing is. */
  readonly confirm?: (given: V, before: V) => Promise<boolean>
  /** The fields of properties that are called another way. */
  readonly targets?: Targets<V>
}

/** The field that a property stands in; undefined where there is none for it. */
const fieldFor = <V extends FieldValues>(
  target: string,
  targets: Targets<V>,
  values: V,
): FieldPath<V> | undefined => {
  const [first = ''] = target.split('.')
  const named = targets[target] ?? targets[first]
  return named ?? (first in values ? (first as FieldPath<V>) : undefined)
}

/** What stands beside the field that a point is about. */
const useSaid = () => {
  const { taken } = useWords().form
  const saidOfField = useSaidOfField()
  return (error: unknown, { code, ...point }: Point): string => {
    const codes = [error instanceof Problem ? error.code : undefined, code]
    return code === 'ObjectConflict' ? taken : saidOfField({ codes, ...point })
  }
}

/** The same `send`, after which nothing is unsaved. */
const useKept = <V, R>(isChanged: boolean, send: (given: V, before: V) => Promise<R>) => {
  const saved = useUnsaved(isChanged)
  return async (given: V, before: V): Promise<R> => {
    const answer = await send(given, before)
    saved()
    return answer
  }
}

/** A form with `values` in it, which `send` sends. */
export const useSentForm = <V extends FieldValues, R>({
  values,
  send,
  confirm = () => Promise.resolve(true),
  targets = {},
  ...after
}: Options<V, R>): SentForm<V, R> => {
  const said = useSaid()
  // Whoever leaves a field by the way to Cancel is told nothing: only who sends it.
  const form = useForm<V>({ defaultValues: values, mode: 'onSubmit', reValidateMode: 'onChange' })
  const { isSubmitting, defaultValues } = form.formState
  const before = defaultValues as V
  const kept = useKept(form.formState.isDirty, send)
  const change = useChange((given: V) => kept(given, before), after)

  const fieldOf = ({ target }: Point) => fieldFor(target, targets, form.getValues())
  const points = pointsOf(change.error)
  const isBeside = points.length > 0 && points.every((point) => fieldOf(point) !== undefined)

  const tellFields = (error: unknown): void => {
    for (const [place, point] of pointsOf(error).entries()) {
      const name = fieldOf(point)
      const message = said(error, point)
      if (name !== undefined)
        form.setError(name, { type: 'refused', message }, { shouldFocus: place === 0 })
    }
  }
  const submit = form.handleSubmit(async (given) => {
    if (!(await confirm(given, before))) return
    change.mutate(given, {
      onError: tellFields,
      onSuccess: () => form.reset(given),
    })
  })
  return {
    control: form.control,
    isChanged: form.formState.isDirty,
    setValue: form.setValue,
    watch: form.watch,
    whereRight: (act) => void form.handleSubmit(act)(),
    busy: change.isPending,
    problem: isBeside ? null : change.error,
    error: change.error,
    answer: change.data,
    submit: (event) => {
      // A dialog is a portal: React would hand this event on to a form around it.
      event.stopPropagation()
      event.preventDefault()
      if (!change.isPending && !isSubmitting) void submit(event)
    },
  }
}
