// Innocent: what the sinners look at.
export type Good = { readonly name: string }
export const good: Good = { name: 'good' }
