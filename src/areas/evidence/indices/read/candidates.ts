// The indicators that may go into an index of these regions: listed ones with a value for some of them, and those already chosen.
import type { Reader } from '#store/handle.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { getBasis } from '#areas/evidence/indicators/read/basis.ts'
import type { Indicator } from '#areas/evidence/indicators/rules.ts'

export type FoundCandidate = { readonly indicator: Indicator; readonly present: number; readonly of: number }
export const listCandidates = async (reader: Reader, asked: { readonly regions: readonly string[]; readonly chosen: readonly string[] }): Promise<readonly FoundCandidate[]> => {
  const { indicators } = await getBasis(reader)
  const keys = [...indicators.values()].filter((one) => !one.hidden || asked.chosen.includes(one.key)).map((one) => one.key)
  const { inputs } = await freezeInputs(reader, { keys, regions: asked.regions })
  const chosen = new Set(asked.chosen)
  return inputs.indicators.flatMap((one) => {
    const indicator = indicators.get(one.key)
    const present = one.values.filter((value) => value !== null).length
    return indicator === undefined || (present === 0 && !chosen.has(one.key)) ? [] : [{ indicator, present, of: inputs.regions.length }]
  })
}
