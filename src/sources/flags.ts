// What a flag says about a missing value, in the letters of Eurostat; other sources are brought to these letters by their readers.
import { missingReasons } from '#kernel/observation.ts'
import type { Missing } from '#kernel/observation.ts'

/** Why a value without a number is missing, by its flags: confidential is told before not applicable, then unreliable. */
export const reasonOfFlags = (flags: string): Missing => {
  if (flags.includes('c')) return 'confidential'
  if (flags.includes('z')) return 'notApplicable'
  if (flags.includes('u') || flags.includes('n')) return 'unreliable'
  return 'unknown'
}
/** SDMX confidentiality: empty and F (free) mean published; every other letter means it may not be shown. */
export const isConfidentialStatus = (status: string): boolean => status !== '' && status !== 'F'
/** The letters of a flag with the letter c for a confidentiality status beside it. */
export const withConfidential = (flags: string): string => (flags.includes('c') ? flags : `${flags}c`)

/** The reasons as small numbers: 0 is a value, 1… are the places in `missingReasons`. */
export const reasonNumber = (reason: Missing): number => missingReasons.indexOf(reason) + 1
export const reasonAt = (number: number): Missing | null => (number === 0 ? null : (missingReasons[number - 1] as Missing))
export const reasonCount = missingReasons.length + 1

/** The flag strings of a file as small numbers; 0 is no flag. */
export class FlagBook {
  readonly texts: string[] = ['']
  readonly reasons: number[] = [reasonNumber('unknown')]
  private readonly known = new Map<string, number>([['', 0]])
  private readonly byLetter = new Uint16Array(128)

  /** For flags of one ASCII letter, by far the most frequent. */
  ofLetter(letter: number): number {
    const known = this.byLetter[letter] as number
    if (known !== 0) return known
    const number = this.of(String.fromCharCode(letter))
    this.byLetter[letter] = number
    return number
  }
  of(text: string): number {
    let number = this.known.get(text)
    if (number === undefined) {
      number = this.texts.length
      this.texts.push(text)
      this.reasons.push(reasonNumber(reasonOfFlags(text)))
      this.known.set(text, number)
    }
    return number
  }
}
