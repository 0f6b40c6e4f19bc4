// Sin: impure. await in a file of pure values.
export const at = async (): Promise<number> => await Promise.resolve(1)
