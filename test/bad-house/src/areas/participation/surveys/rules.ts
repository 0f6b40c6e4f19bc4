// Sin: wrong-order. Rules come before forms.
import { blank } from './forms.ts'
export const isBlank = (text: string): boolean => text === blank
