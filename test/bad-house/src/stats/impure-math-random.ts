// Sin: impure. Math.random in a file of pure values.
export const at = (): number => Math.random()
