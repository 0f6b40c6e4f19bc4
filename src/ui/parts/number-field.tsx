// A number with its unit. A line of text with a numeric keyboard, so that „1,5“ is taken as typed and never lost.
import { type FieldFace, FieldShell, tiedTo } from './field.tsx'

type NumberLine = FieldFace & { readonly value?: string | undefined; readonly unit?: string | undefined; readonly whole?: boolean }

export const NumberField = (line: NumberLine) => {
  const unitId = `${tiedTo(line).id}-unit`
  const tied = tiedTo(line)
  const described = [tied['aria-describedby'], line.unit === undefined ? undefined : unitId].filter((part) => part !== undefined).join(' ')
  return (
    <FieldShell face={line}>
      <div class="ds-field-affixes">
        <input class="ds-input p-numbers" type="text" inputmode={line.whole === true ? 'numeric' : 'decimal'} {...tied}
          aria-describedby={described === '' ? undefined : described} value={line.value ?? ''} size={12} autocomplete="off" />
        {line.unit === undefined ? null : <span class="ds-field-affix" id={unitId}>{line.unit}</span>}
      </div>
    </FieldShell>
  )
}
