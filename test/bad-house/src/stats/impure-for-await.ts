// Sin: impure. for await in a file of pure values.
export const at = async (all: AsyncIterable<number>): Promise<void> => { for await (const one of all) String(one) }
