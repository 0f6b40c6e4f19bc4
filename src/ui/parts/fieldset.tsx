// Fields that answer one question together, under one legend.
import type { Child } from 'hono/jsx'
import { type FieldFace, FieldError, FieldHelp, LabelWords, tiedTo } from './field.tsx'

export const Fieldset = ({ legend, help, children }: { readonly legend: string; readonly help?: string; readonly children: Child }) => (
  <fieldset class="ds-fieldset">
    <legend class="ds-label">{legend}</legend>
    {help === undefined ? null : <p class="p-help">{help}</p>}
    {children}
  </fieldset>
)

/** A fieldset that is itself one field with one name: a group of choices. */
export const ChoiceGroup = ({ face, children }: { readonly face: FieldFace; readonly children: Child }) => (
  <fieldset class="ds-fieldset p-field" aria-describedby={tiedTo(face)['aria-describedby']} data-wrong={face.error === undefined ? undefined : ''}>
    <legend class="ds-label"><LabelWords face={face} /></legend>
    <FieldHelp face={face} />
    <FieldError face={face} />
    {children}
  </fieldset>
)
