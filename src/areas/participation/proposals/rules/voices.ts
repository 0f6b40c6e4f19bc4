// Which voices count, and to what one may still be given.
import { assurances, type Assurance, type ContributionState } from '../rules.ts'

/** An unconfirmed voice never counts; above that the process says from which level on. */
export const countsAsVoice = (assurance: Assurance, from: 'email' | 'inPerson'): boolean => assurance !== 'unconfirmed' && assurances.indexOf(assurance) >= assurances.indexOf(from)
/** Once it is answered or laid to another, no voice is added. */
export const takesVoices = (state: ContributionState): boolean => state === 'published' || state === 'underConsideration'
