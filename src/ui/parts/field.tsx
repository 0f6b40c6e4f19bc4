// The shell of one field: label above, help under it, error beside. The fields themselves stand in their own files.
import type { Child } from 'hono/jsx'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toFieldId } from './problems.ts'

/** What every field says about itself. */
export type FieldFace = {
  readonly language: Language
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** from errorOf({ problems, field, language }) */
  readonly error?: string | undefined
  /** marked as such; fields are asked for unless they say otherwise */
  readonly optional?: boolean | undefined
  /** a field of a search or a filter: nothing is asked of anybody, so neither is said */
  readonly filter?: boolean | undefined
}

const parts = (face: FieldFace) => ({ help: `${toFieldId(face.name)}-help`, error: `${toFieldId(face.name)}-error` })

/** Attributes that tie an input to its label, help and error. */
export const tiedTo = (face: FieldFace) => {
  const ids = parts(face)
  const described = [face.help === undefined ? [] : ids.help, face.error === undefined ? [] : ids.error].flat()
  return {
    id: toFieldId(face.name),
    name: face.name,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': face.error === undefined ? undefined : ('true' as const),
    'aria-required': face.optional === true || face.filter === true ? undefined : ('true' as const),
  }
}

export const FieldHelp = ({ face }: { readonly face: FieldFace }) =>
  face.help === undefined ? null : <p class="p-help" id={parts(face).help}>{face.help}</p>

export const FieldError = ({ face }: { readonly face: FieldFace }) =>
  face.error === undefined ? null : (
    <p class="ds-validation-message" id={parts(face).error}>
      <span class="p-hidden-text">{speak(face.language).ui_error_prefix()} </span>
      {face.error}
    </p>
  )

export const LabelWords = ({ face }: { readonly face: FieldFace }) => (
  <>
    {face.label}
    {face.optional === true ? <span class="p-optional"> {speak(face.language).ui_optional()}</span> : null}
  </>
)

export const FieldShell = ({ face, children }: { readonly face: FieldFace; readonly children: Child }) => (
  <div class="ds-field p-field" data-wrong={face.error === undefined ? undefined : ''}>
    <label class="ds-label" for={toFieldId(face.name)}><LabelWords face={face} /></label>
    <FieldHelp face={face} />
    <FieldError face={face} />
    {children}
  </div>
)
