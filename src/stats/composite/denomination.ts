// Makes regions of different size comparable: so much per so many. Both values are of the same year.
import { type Correlation, correlation } from '../correlation.ts'
import { codeOf, type Reasons } from '../reason.ts'

export type Denominated = {
  readonly values: Float64Array
  readonly why: Reasons
  /** of the raw values with the denominator: beyond ±0.7 the indicator mostly measures size */
  readonly withSize: Correlation
  readonly followsSize: boolean
}
export const sizeThreshold = 0.7

/** y = x ÷ (denominator ÷ factor), “per factor of the denominator’s unit”. Denominator 0 or missing: 'zero-denominator'; value
 *  missing: 'no-data'. Source: Becker et al. (COINr). Worked: 50 firms, 20,000 people, factor 1,000 → 2.5. */
export const denominate = ({ values, denominator, factor }: { readonly values: Float64Array; readonly denominator: Float64Array; readonly factor: number }): Denominated => {
  if (values.length !== denominator.length) throw new Error(`denomination: ${values.length} values beside ${denominator.length} denominators`)
  const y = new Float64Array(values.length).fill(Number.NaN), why = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] as number, per = denominator[i] as number
    if (Number.isNaN(x)) why[i] = codeOf('no-data')
    else if (Number.isNaN(per) || per === 0) why[i] = codeOf('zero-denominator')
    else {
      const one = x / (per / factor)
      if (Number.isFinite(one)) y[i] = one
      else why[i] = codeOf('out-of-domain')
    }
  }
  const withSize = correlation(values, denominator, 'pearson')
  return { values: y, why, withSize, followsSize: typeof withSize.value === 'number' && Math.abs(withSize.value) > sizeThreshold }
}
