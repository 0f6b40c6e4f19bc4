// Sin: unresolved. What only the tests install is not there in earnest.
import { expect } from 'vitest'
export const hope = expect
