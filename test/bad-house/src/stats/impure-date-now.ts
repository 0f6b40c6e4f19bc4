// Sin: impure. Date.now in a file of pure values.
export const at = (): number => Date.now()
