// Sin: impure. new Date() in a file of pure values.
export const at = (): Date => new Date()
