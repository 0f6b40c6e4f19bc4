// One of many, where the list is known to who chooses. Up to seven: use Radios, they show themselves.
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

export type Option = { readonly value: string; readonly name: string }
type Choice = FieldFace & {
  readonly value?: string | undefined
  readonly options: readonly Option[]
  readonly groups?: readonly { readonly name: string; readonly options: readonly Option[] }[]
  /** the words for «nothing chosen yet»; without them the first option is chosen */
  readonly blank?: string | undefined
}

const Options = ({ options, value }: { readonly options: readonly Option[]; readonly value: string | undefined }) => (
  <>{options.map((option) => <option value={option.value} selected={option.value === value}>{option.name}</option>)}</>
)

export const Select = (choice: Choice) => (
  <FieldShell face={choice}>
    <select class="ds-input" {...tiedTo(choice)} data-width="auto">
      {choice.blank === undefined ? null : <option value="" selected={(choice.value ?? '') === ''}>{choice.blank}</option>}
      <Options options={choice.options} value={choice.value} />
      {(choice.groups ?? []).map((group) => <optgroup label={group.name}><Options options={group.options} value={choice.value} /></optgroup>)}
    </select>
  </FieldShell>
)
