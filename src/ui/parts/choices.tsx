// Checkboxes and radios: all answers in sight. The first one carries the id that an error leads to.
import type { FieldFace } from './field.tsx'
import { FieldError, tiedTo } from './field.tsx'
import { ChoiceGroup } from './fieldset.tsx'
import { toFieldId } from './problems.ts'

export type Choice = { readonly value: string; readonly name: string; readonly help?: string | undefined }
type Group = FieldFace & { readonly choices: readonly Choice[] }

const Row = ({ kind, group, choice, index, chosen }: {
  readonly kind: 'radio' | 'checkbox'
  readonly group: Group
  readonly choice: Choice
  readonly index: number
  readonly chosen: readonly string[]
}) => {
  const id = index === 0 ? toFieldId(group.name) : `${toFieldId(group.name)}-${index + 1}`
  return (
    <div class="ds-field">
      <input class="ds-input" type={kind} id={id} name={group.name} value={choice.value} checked={chosen.includes(choice.value)}
        aria-describedby={choice.help === undefined ? undefined : `${id}-says`} aria-invalid={group.error === undefined ? undefined : 'true'} />
      <label class="ds-label" data-weight="regular" for={id}>{choice.name}</label>
      {choice.help === undefined ? null : <p class="p-help" id={`${id}-says`}>{choice.help}</p>}
    </div>
  )
}

export const Radios = (group: Group & { readonly value?: string | undefined }) => (
  <ChoiceGroup face={group}>
    {group.choices.map((choice, index) => <Row kind="radio" group={group} choice={choice} index={index} chosen={[group.value ?? '']} />)}
  </ChoiceGroup>
)

export const Checkboxes = (group: Group & { readonly values?: readonly string[] | undefined }) => (
  <ChoiceGroup face={group}>
    {group.choices.map((choice, index) => <Row kind="checkbox" group={group} choice={choice} index={index} chosen={group.values ?? []} />)}
  </ChoiceGroup>
)

/** A single statement to agree to; its value is «yes» or absent. */
export const Checkbox = (face: FieldFace & { readonly value?: string | undefined }) => (
  <div class="p-field" data-wrong={face.error === undefined ? undefined : ''}>
    <FieldError face={face} />
    <div class="ds-field">
      <input class="ds-input" type="checkbox" {...tiedTo(face)} value="yes" checked={face.value === 'yes'} />
      <label class="ds-label" data-weight="regular" for={toFieldId(face.name)}>{face.label}</label>
      {face.help === undefined ? null : <p class="p-help" id={`${toFieldId(face.name)}-help`}>{face.help}</p>}
    </div>
  </div>
)
