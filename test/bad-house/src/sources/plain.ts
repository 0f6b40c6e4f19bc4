// Innocent: a source.
export const plain = 'plain'
